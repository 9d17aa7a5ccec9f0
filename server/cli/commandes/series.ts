import { estMois } from '../../../ingest/store/jour.ts'
import { type LigneSerieConsolidee, lireSerie } from '../../../metrics/serie.ts'
import { type Format, writeTableau } from '../../../reports/tableau/formats.ts'
import type { Tableau } from '../../../reports/tableau/tableau.ts'
import { jourDe } from '../../horloge.ts'
import { lireCible, type OptionsCible } from '../cible.ts'
import type { Environnement } from '../environnement.ts'
import { writeAnswer } from '../sortie.ts'
import { MauvaisUsage } from '../usage.ts'

export interface OptionsSeries extends OptionsCible {
  readonly base: string
  readonly depuis?: string
  readonly jusquA?: string
  readonly format: Format
  readonly sortie?: string
}

const tableau = (lignes: readonly LigneSerieConsolidee[]): Tableau<LigneSerieConsolidee> => ({
  titre: 'Série',
  colonnes: [
    { nom: 'mois', intitule: 'Mois', type: 'texte' },
    { nom: 'valeur', intitule: 'Valeur', type: 'nombre' },
    { nom: 'n', intitule: 'Effectif', type: 'entier' },
    { nom: 'moyenne', intitule: 'Moyenne', type: 'nombre' },
    { nom: 'limite_basse', intitule: 'Limite basse', type: 'nombre' },
    { nom: 'limite_haute', intitule: 'Limite haute', type: 'nombre' },
    { nom: 'signal', intitule: 'Signal', type: 'texte' },
    { nom: 'provisoire', intitule: 'Limites provisoires', type: 'booleen' },
    { nom: 'en_cours', intitule: 'Mois en cours', type: 'booleen' },
    { nom: 'consolide', intitule: 'Consolidé', type: 'nombre' },
  ],
  lignes,
})

const mois = (texte: string | undefined): string | undefined => {
  const lu = texte?.slice(0, 7)
  if (lu !== undefined && !estMois(lu)) throw new MauvaisUsage(`« ${texte} » n’est pas un mois : l’écrire AAAA-MM.`)
  return lu
}

/** Answers a monthly series with its limits and signals. */
export const series = async (env: Environnement, options: OptionsSeries): Promise<void> => {
  const depuis = mois(options.depuis)
  const jusqua = mois(options.jusquA)
  const lignes = await env.avecBase(options.base, async (base) =>
    lireSerie(base.connection, {
      ...(await lireCible(base, options)),
      ...(depuis ? { depuis } : {}),
      ...(jusqua ? { jusqua } : {}),
      aujourdhui: jourDe(env.maintenant()),
    }),
  )
  await writeAnswer(env, writeTableau(tableau(lignes), options.format), options.sortie)
}
