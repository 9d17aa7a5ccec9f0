import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { debutMois, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { INDICATEURS, indicateurDe } from '../registry.ts'
import { lireFaits } from './faits-stockes.ts'
import { juger, type PeriodeJugee } from './juger.ts'
import { mesurerMois } from './ligne.ts'
import type { MoisCalcule } from './mois-calcules.ts'
import { ecrirePairs, type PeriodeRangee } from './pairs-stockes.ts'
import { construireRegistre, lireInscrits } from './registre.ts'
import { ecrireResultats } from './resultats-stockes.ts'
import { sommerMois } from './sommer.ts'

/** Puts what was judged in the place of what the period had: the figures, and the peers their funnel is drawn from. */
const ranger = async (
  connection: DuckDBConnection,
  periode: PeriodeRangee,
  { lignes, pairs }: PeriodeJugee,
): Promise<void> => {
  await ecrireResultats(connection, periode, lignes)
  await ecrirePairs(connection, periode, pairs)
}

/** Builds a month's results from its facts and its register, judged by the norms it was first judged by. */
export const batirMois = async (
  connection: DuckDBConnection,
  territoire: string,
  calcule: MoisCalcule,
): Promise<void> => {
  const { mois, motifs, normes } = calcule
  const faits = await lireFaits(connection, territoire, mois, 'fil')
  const nommes = faits
    .filter(({ indicateur, cle }) => cle !== '' && indicateurDe(indicateur)?.relation.cles.deGuichets)
    .map((fait) => fait.cle)
  const registre = construireRegistre(await lireInscrits(connection, territoire, calcule.registre), [
    ...calcule.guichets,
    ...nommes,
  ])
  const mesures = mesurerMois(territoire, INDICATEURS, faits, registre, motifs)
  await ranger(connection, { territoire, mois, duree: 1 }, juger(mesures, normes, debutMois(mois)))
}

/** Builds the twelve-month results that end with a month, and the state that the month shows with their help. */
export const batirDouzeMois = async (
  connection: DuckDBConnection,
  territoire: string,
  { mois, normes }: MoisCalcule,
): Promise<void> => {
  const premier = moisPlus(mois, -11)
  const mesures = await sommerMois(connection, territoire, moisEntre(premier, mois))
  await ranger(connection, { territoire, mois, duree: 12 }, juger(mesures, normes, debutMois(premier)))
  await runQuery(
    connection,
    sql`UPDATE resultats r SET statut_12_mois = a.statut,
      statut_affiche = CASE WHEN r.statut = 'NON_SIGNIFICATIF' AND a.statut IS NOT NULL THEN a.statut ELSE r.statut END
      FROM resultats a WHERE r.territoire = ${territoire} AND r.mois = ${mois} AND r.duree = 1
      AND a.territoire = r.territoire AND a.mois = r.mois AND a.duree = 12 AND a.niveau = r.niveau AND a.entite = r.entite AND a.indicateur = r.indicateur`,
  )
}
