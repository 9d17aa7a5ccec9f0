import { formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { debutMois, moisDe, moisPlus } from '../../../ingest/socle/jour.ts'
import { etatAu, lireEstimations } from '../../../metrics/attributions/lire.ts'
import { bilanRetro, lireRetro } from '../../../metrics/attributions/retro.ts'
import type { Niveau } from '../../../metrics/resultat.ts'
import { tableauAttributions, tableauRetro } from '../../../reports/tableau/attributions.ts'
import { type Format, writeTableau } from '../../../reports/tableau/formats.ts'
import { instantDe } from '../../horloge.ts'
import { entiteDe, territoireDe } from '../cible.ts'
import type { Environnement } from '../environnement.ts'
import { lireJour } from '../jours.ts'
import { writeAnswer } from '../sortie.ts'

export interface OptionsAttributions {
  readonly base: string
  readonly fin: string
  readonly territoire?: string
  readonly niveau?: Niveau
  readonly entite?: string
  readonly guichet?: string
  readonly retro?: boolean
  readonly format: Format
  readonly sortie?: string
}

/** Answers the attributions of twelve months of signature, recorded and estimated; or how good past estimates were. */
export const attributions = async (env: Environnement, options: OptionsAttributions): Promise<void> => {
  const { retro } = options
  const fin = lireJour(options.fin)
  const lue = await env.avecBase(options.base, async ({ connection }) => {
    const territoire = await territoireDe({ connection }, options.territoire)
    const cible = entiteDe(options, territoire)
    const etat = await etatAu(connection, territoire, fin)
    return {
      territoire,
      cible,
      etat,
      lignes: etat === null || retro ? [] : await lireEstimations(connection, territoire, etat, fin, cible),
      passees: retro ? await lireRetro(connection, territoire, fin, cible) : [],
    }
  })
  const provenance = {
    territoire: lue.territoire,
    debut: debutMois(moisPlus(moisDe(fin), -11)),
    fin,
    maintenant: instantDe(env.maintenant()),
    version: env.version,
    filtres: { ...lue.cible },
  }
  if (lue.etat === null) env.dire(`Aucun instantané daté au plus tard du ${fin} : en charger un avec importer.`)
  else if (lue.etat.motif !== null)
    env.dire(`L’instantané du ${lue.etat.instantane} ne permet pas d’estimer : ${lue.etat.motif}.`)
  if (retro) {
    const { n, couverture, erreur, erreur_naive, erreur_chaine } = bilanRetro(lue.passees)
    if (n > 0)
      env.dire(
        `${n} estimations : ${formatPart(couverture)} dans l’intervalle à 90 % ; erreur moyenne ${formatNombre(erreur)}, contre ${formatNombre(erreur_naive)} en lisant ce qui est saisi et ${formatNombre(erreur_chaine)} par chain ladder.`,
      )
    return writeAnswer(env, writeTableau(tableauRetro(lue.passees, provenance), options.format), options.sortie)
  }
  const tableau = tableauAttributions(lue.lignes, lue.etat?.instantane ?? null, provenance)
  return writeAnswer(env, writeTableau(tableau, options.format), options.sortie)
}
