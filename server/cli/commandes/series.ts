import { debutMois, estMois, finMois, type Mois } from '../../../ingest/socle/jour.ts'
import { lireMoisCalcules } from '../../../metrics/engine/mois-calcules.ts'
import { indicateurDe } from '../../../metrics/registry.ts'
import { type LigneSerieConsolidee, lireSerie } from '../../../metrics/serie.ts'
import { type Format, writeTableau } from '../../../reports/tableau/formats.ts'
import { notesDe, notesDesInstantanes } from '../../../reports/tableau/notes.ts'
import { COLONNES_SERIE } from '../../../reports/tableau/serie.ts'
import type { Note, Tableau } from '../../../reports/tableau/tableau.ts'
import { instantDe, jourDe } from '../../horloge.ts'
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

const tableau = (
  titre: string,
  lignes: readonly LigneSerieConsolidee[],
  notes: readonly Note[],
): Tableau<LigneSerieConsolidee> => ({
  titre,
  colonnes: COLONNES_SERIE,
  lignes,
  notes,
})

const mois = (texte: string | undefined): Mois | undefined => {
  const lu = texte?.slice(0, 7)
  if (lu !== undefined && !estMois(lu)) throw new MauvaisUsage(`« ${texte} » n’est pas un mois : l’écrire AAAA-MM.`)
  return lu
}

/** Answers a monthly series with its limits and signals. */
export const series = async (env: Environnement, options: OptionsSeries): Promise<void> => {
  const depuis = mois(options.depuis)
  const jusqua = mois(options.jusquA)
  const maintenant = env.maintenant()
  const ecrit = await env.avecBase(options.base, async (base) => {
    const cible = await lireCible(base, options)
    const { territoire, indicateur, niveau, entite } = cible
    const lignes = await lireSerie(base.connection, {
      ...cible,
      ...(depuis ? { depuis } : {}),
      ...(jusqua ? { jusqua } : {}),
      aujourdhui: jourDe(maintenant),
    })
    const [premier, dernier] = [lignes[0]?.mois, lignes.at(-1)?.mois]
    if (premier === undefined || dernier === undefined) return tableau('Série', lignes, [])
    const [debut, fin] = [debutMois(premier), finMois(dernier)]
    const lus = (await lireMoisCalcules(base.connection, territoire)).filter(
      ({ mois }) => mois >= premier && mois <= dernier,
    )
    const provenance = { territoire, debut, fin, maintenant: instantDe(maintenant), version: env.version }
    return tableau(`Série : ${indicateurDe(indicateur)?.libelle ?? indicateur}`, lignes, [
      ...notesDe({ ...provenance, filtres: { niveau, entite } }),
      ...notesDesInstantanes(
        lus.map(({ instantane }) => instantane),
        [indicateur],
        fin,
      ),
    ])
  })
  await writeAnswer(env, writeTableau(ecrit, options.format), options.sortie)
}
