import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { DEMANDES, type NomTable, TABLES } from '../contract/tables.ts'
import type { Jour } from '../socle/jour.ts'
import { runOne } from '../socle/sql/query.ts'
import { echueSql } from '../store/conservation.ts'
import { colonnesAvertissables } from './lignes.ts'
import { AUCUNE_LIGNE, verifiees } from './raisons.ts'

/** Whether a verified row is past retention at the snapshot's date. */
export const purgeeSql = (date: Jour): RawBuilder<boolean> =>
  sql`(statut = 'RADIEE' AND coalesce(${echueSql(sql`coalesce(date_radiation, date_saisie_radiation)`, date)}, FALSE))`

/** The verified demandes that are stored. */
export const accepteesSql = (date: Jour): RawBuilder<unknown> =>
  sql`(SELECT * FROM ${sql.id(verifiees('demandes'))} WHERE raison IS NULL AND NOT ${purgeeSql(date)})`

export interface BilanDemandes {
  readonly lignes: number
  readonly acceptees: number
  readonly rejetees: number
  readonly purgees: number
  readonly reparees: number
  readonly avertissements: Readonly<Record<string, number>>
  /** Columns that no accepted row fills. */
  readonly vides: readonly string[]
}

/** Counts everything that the report says of the demandes, in one pass. */
export const compterDemandes = async (connection: DuckDBConnection, date: Jour): Promise<BilanDemandes> => {
  const avertissables = colonnesAvertissables(DEMANDES)
  const gardee = sql`raison IS NULL AND NOT purgee`
  const ligne = await runOne<Record<string, number>>(
    connection,
    sql`SELECT count(*) FILTER (raison IS DISTINCT FROM ${sql.lit(AUCUNE_LIGNE)}) AS "#lignes",
      count(*) FILTER (${gardee}) AS "#acceptees", count(*) FILTER (raison IS NULL AND purgee) AS "#purgees",
      count(*) FILTER (raison IS NULL AND repare) AS "#reparees",
      ${sql.join(avertissables.map((c, bit) => sql`count(*) FILTER (raison IS NULL AND avertissements & ${sql.lit(2 ** bit)}::UBIGINT > 0) AS ${sql.ref(`!${c.nom}`)}`))},
      ${sql.join(DEMANDES.colonnes.map((c) => sql`count(${sql.ref(c.nom)}) FILTER (${gardee}) AS ${sql.ref(c.nom)}`))}
      FROM (SELECT *, ${purgeeSql(date)} AS purgee FROM ${sql.id(verifiees('demandes'))})`,
  )
  const lignes = ligne['#lignes'] ?? 0
  const acceptees = ligne['#acceptees'] ?? 0
  const purgees = ligne['#purgees'] ?? 0
  return {
    lignes,
    acceptees,
    purgees,
    rejetees: lignes - acceptees - purgees,
    reparees: ligne['#reparees'] ?? 0,
    avertissements: Object.fromEntries(
      avertissables.map((c) => [c.nom, ligne[`!${c.nom}`] ?? 0] as const).filter(([, n]) => n > 0),
    ),
    vides: DEMANDES.colonnes.map(({ nom }) => nom).filter((nom) => (ligne[nom] ?? 0) === 0),
  }
}

/** The columns of a small table that no accepted row fills, as `table.colonne`. */
export const colonnesVides = async (connection: DuckDBConnection, nom: NomTable): Promise<string[]> => {
  const colonnes = TABLES.find((table) => table.nom === nom)?.colonnes ?? []
  const ligne = await runOne<Record<string, number>>(
    connection,
    sql`SELECT ${sql.join(colonnes.map((c) => sql`count(${sql.ref(c.nom)}) AS ${sql.ref(c.nom)}`))} FROM ${sql.id(verifiees(nom))} WHERE raison IS NULL`,
  )
  return colonnes.filter((c) => (ligne[c.nom] ?? 0) === 0).map((c) => `${nom}.${c.nom}`)
}
