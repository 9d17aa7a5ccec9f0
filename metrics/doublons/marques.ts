import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { JOURS_DE_CLOTURE } from '../../ingest/socle/regles/forcages.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import { situationSql } from '../../ingest/store/versions.ts'
import { joursApres } from '../sql.ts'
import type { TablesLues } from '../tables.ts'

/** Two demandes that a person said to be two households, `a < b`. */
export interface PaireDisculpee {
  readonly a: string
  readonly b: string
}

/** Which of two registered the same day came first: the one of the lesser number. */
const rang = (alias: string) => sql`(${sql.ref(`${alias}.date_enregistrement`)}, ${sql.ref(`${alias}.numero_unique`)})`

/** The number of such a rank. */
const numeroSql = (premiere: RawBuilder<unknown>) => sql`struct_extract(${premiere}, 2)`

/** Whether a demande `e` still stood once a forcing `d` should have closed it. */
const resteOuverte = sql<boolean>`(e.active OR e.date_radiation > ${joursApres(sql`d.date_enregistrement`, JOURS_DE_CLOTURE)})`

/**
 * Takes away the marks that rest on nothing but pairs a person said to be two households; those that rest on another
 * name that one. They stay beside, as `<marque>_disculpe`, so that both figures can be shown.
 */
const disculper = async (
  connection: DuckDBConnection,
  territoire: string,
  s: Jour,
  disculpees: readonly PaireDisculpee[],
): Promise<void> => {
  const ici = sql`m.territoire = ${territoire} AND m.instantane = ${s}`
  const [premieres, secondes] = [disculpees.map(({ a }) => a), disculpees.map(({ b }) => b)]
  const paires = sql`(SELECT unnest(${[...premieres, ...secondes]}) AS x, unnest(${[...secondes, ...premieres]}) AS y)`
  const raisons = {
    doublons_actifs: sql`e.active AND (e.k1 = d.k1 OR e.k1 = d.k2)`,
    forcages_injustifies: sql`e.k1 = d.k1 AND ${resteOuverte}`,
  }
  for (const [marque, raison] of Object.entries(raisons)) {
    const autres = sql`(SELECT d.numero_unique, ${numeroSql(sql`min(${rang('e')})`)} AS premiere
      FROM identites_marquees d JOIN identites_marquees e ON e.k1 IN (d.k1, d.k2) AND ${rang('e')} < ${rang('d')} AND ${raison}
      WHERE d.numero_unique IN (SELECT x FROM ${paires}) AND NOT EXISTS (SELECT 1 FROM ${paires} WHERE x = d.numero_unique AND y = e.numero_unique)
      GROUP BY d.numero_unique)`
    await runQuery(
      connection,
      sql`UPDATE marques m SET marque = ${`${marque}_disculpe`} WHERE ${ici} AND m.marque = ${marque}
        AND m.numero_unique IN (SELECT x FROM ${paires}) AND m.numero_unique NOT IN (SELECT numero_unique FROM ${autres})`,
    )
    await runQuery(
      connection,
      sql`UPDATE marques m SET anterieure = a.premiere FROM ${autres} a
        WHERE ${ici} AND m.marque = ${marque} AND m.numero_unique = a.numero_unique`,
    )
  }
}

/**
 * Marks, while a snapshot's identity keys are at hand, the demandes that repeat another of the same household: the active
 * ones that follow an active one (names exchanged or not), and the forced ones whose forerunner was still there thirty
 * days later; each with the first of those that it repeats. Between two registered the same day, the greater number follows.
 */
export const marquerDoublons = async (
  connection: DuckDBConnection,
  territoire: string,
  s: Jour,
  dernier: Jour | null,
  fichierCles: string,
  disculpees: readonly PaireDisculpee[] = [],
): Promise<void> => {
  const marque = (nom: string) => sql`${territoire}, ${jourSql(s)}, ${nom}`
  await kyselyOn<TablesLues>(connection)
    .deleteFrom('marques')
    .where((eb) => eb.and({ territoire, instantane: s }))
    .execute()
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE identites_marquees AS
      SELECT d.numero_unique, d.date_enregistrement, d.date_radiation, d.statut = 'ACTIVE' AS active, d.forcage_doublon, c.k1, c.k2
      FROM ${situationSql(territoire, s, dernier)} d JOIN read_parquet(${fichierCles}) c USING (numero_unique)
      WHERE d.type_demandeur = 'PERSONNE' AND c.k1 IS NOT NULL`,
  )
  await runQuery(
    connection,
    // Few keys are of two demandes: the first of the others is not looked for.
    sql`INSERT INTO marques WITH actives AS (SELECT numero_unique, date_enregistrement, k1, k2 FROM identites_marquees WHERE active),
        partagees AS (SELECT k1 FROM actives GROUP BY k1 HAVING count(*) > 1 UNION SELECT k2 FROM actives WHERE k2 IN (SELECT k1 FROM actives)),
        premieres AS (SELECT k1, min((date_enregistrement, numero_unique)) AS premiere FROM actives WHERE k1 IN (FROM partagees) GROUP BY k1)
      SELECT ${marque('doublons_actifs')}, d.numero_unique, ${numeroSql(sql`least(a.premiere, b.premiere)`)} FROM actives d
      LEFT JOIN premieres a ON a.k1 = d.k1 LEFT JOIN premieres b ON b.k1 = d.k2
      WHERE (a.premiere < (d.date_enregistrement, d.numero_unique) OR b.premiere < (d.date_enregistrement, d.numero_unique))`,
  )
  await runQuery(
    connection,
    sql`INSERT INTO marques SELECT ${marque('forcages_injustifies')}, d.numero_unique, ${numeroSql(sql`min(${rang('e')})`)}
      FROM identites_marquees d JOIN identites_marquees e ON e.k1 = d.k1 AND ${rang('e')} < ${rang('d')} AND ${resteOuverte}
      WHERE d.forcage_doublon GROUP BY d.numero_unique`,
  )
  if (disculpees.length > 0) await disculper(connection, territoire, s, disculpees)
  await runQuery(connection, sql`DROP TABLE identites_marquees`)
}
