import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { debutMois, type Mois, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { INDICATEURS, indicateurDe } from '../registry.ts'
import { lireFaits } from './faits-stockes.ts'
import { juger } from './juger.ts'
import { mesurerMois } from './ligne.ts'
import type { MoisCalcule } from './mois-calcules.ts'
import { construireRegistre, lireInscrits } from './registre.ts'
import { sommerMois } from './sommer.ts'
import { ecrireResultats } from './stockage.ts'

const effacer = (connection: DuckDBConnection, territoire: string, mois: Mois, duree: 1 | 12) =>
  runQuery(
    connection,
    sql`DELETE FROM resultats WHERE territoire = ${sql.lit(territoire)} AND mois = ${sql.lit(mois)} AND duree = ${sql.lit(duree)}`,
  )

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
  const lignes = juger(mesurerMois(territoire, INDICATEURS, faits, registre, motifs), normes, debutMois(mois))
  await effacer(connection, territoire, mois, 1)
  await ecrireResultats(
    connection,
    lignes.map((ligne) => ({ territoire, mois, duree: 1, ligne, consolide: null, norme: normes[ligne.indicateur] })),
  )
}

/** Builds the twelve-month results that end with a month, and the state that the month shows with their help. */
export const batirDouzeMois = async (
  connection: DuckDBConnection,
  territoire: string,
  { mois, normes }: MoisCalcule,
): Promise<void> => {
  const premier = moisPlus(mois, -11)
  const lignes = juger(await sommerMois(connection, territoire, moisEntre(premier, mois)), normes, debutMois(premier))
  await effacer(connection, territoire, mois, 12)
  await ecrireResultats(
    connection,
    lignes.map((ligne) => ({ territoire, mois, duree: 12, ligne, consolide: null, norme: normes[ligne.indicateur] })),
  )
  await runQuery(
    connection,
    sql`UPDATE resultats r SET statut_12_mois = a.statut,
      statut_affiche = CASE WHEN r.statut = 'NON_SIGNIFICATIF' AND a.statut IS NOT NULL THEN a.statut ELSE r.statut END
      FROM resultats a WHERE r.territoire = ${sql.lit(territoire)} AND r.mois = ${sql.lit(mois)} AND r.duree = 1
      AND a.territoire = r.territoire AND a.mois = r.mois AND a.duree = 12 AND a.niveau = r.niveau AND a.entite = r.entite AND a.indicateur = r.indicateur`,
  )
}
