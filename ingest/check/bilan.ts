import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { DEMANDES, type NomTable, TABLES } from '../contract/tables.ts'
import type { Jour } from '../socle/jour.ts'
import { entier, texte } from '../socle/sql/colonne.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import { termePasseSql } from '../store/conservation.ts'
import { AUCUNE_LIGNE, verifiees } from './raisons.ts'
import { colonnesAvertissables, peutEtreHorsListe } from './regles.ts'

/** Columns that are all counts. */
const enComptes = (noms: readonly string[]) => Object.fromEntries(noms.map((nom) => [nom, entier]))

/** Whether a verified row is past retention at the snapshot's date. */
export const purgeeSql = (date: Jour): RawBuilder<boolean> =>
  sql`(statut = 'RADIEE' AND coalesce(${termePasseSql(sql`coalesce(date_radiation, date_saisie_radiation)`, date)}, FALSE))`

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
  /** How many of the rows not rejected fill each column that may have warnings, warnings included. */
  readonly remplies: Readonly<Record<string, number>>
  /** Columns that no accepted row fills. */
  readonly vides: readonly string[]
}

/** Counts everything that the report says of the demandes, in one pass. */
export const compterDemandes = async (connection: DuckDBConnection, date: Jour): Promise<BilanDemandes> => {
  const avertissables = colonnesAvertissables(DEMANDES)
  const gardee = sql`raison IS NULL AND NOT purgee`
  const ligne = await runOne(
    connection,
    sql`SELECT count(*) FILTER (raison IS DISTINCT FROM ${AUCUNE_LIGNE}) AS "#lignes",
      count(*) FILTER (${gardee}) AS "#acceptees", count(*) FILTER (raison IS NULL AND purgee) AS "#purgees",
      count(*) FILTER (raison IS NULL AND repare) AS "#reparees",
      ${sql.join(avertissables.map((c, bit) => sql`count(*) FILTER (raison IS NULL AND avertissements & ${2 ** bit}::UBIGINT > 0) AS ${sql.ref(`!${c.nom}`)}`))},
      ${sql.join(avertissables.map((c) => sql`count(${sql.ref(c.nom)}) FILTER (raison IS NULL) AS ${sql.ref(`+${c.nom}`)}`))},
      ${sql.join(DEMANDES.colonnes.map((c) => sql`count(${sql.ref(c.nom)}) FILTER (${gardee}) AS ${sql.ref(c.nom)}`))}
      FROM (SELECT *, ${purgeeSql(date)} AS purgee FROM ${sql.id(verifiees('demandes'))})`,
    enComptes([
      '#lignes',
      '#acceptees',
      '#purgees',
      '#reparees',
      ...avertissables.flatMap(({ nom }) => [`!${nom}`, `+${nom}`]),
      ...DEMANDES.colonnes.map(({ nom }) => nom),
    ]),
  )
  const lu = (nom: string) => ligne[nom] ?? 0
  const [lignes, acceptees, purgees] = [lu('#lignes'), lu('#acceptees'), lu('#purgees')]
  return {
    lignes,
    acceptees,
    purgees,
    rejetees: lignes - acceptees - purgees,
    reparees: lu('#reparees'),
    avertissements: Object.fromEntries(
      avertissables.map((c) => [c.nom, lu(`!${c.nom}`)] as const).filter(([, n]) => n > 0),
    ),
    remplies: Object.fromEntries(
      avertissables.map((c) => [c.nom, lu(`+${c.nom}`) + (peutEtreHorsListe(c) ? 0 : lu(`!${c.nom}`))]),
    ),
    vides: DEMANDES.colonnes.map(({ nom }) => nom).filter((nom) => lu(nom) === 0),
  }
}

/** The columns of a small table that no accepted row fills, as `table.colonne`. */
export const colonnesVides = async (connection: DuckDBConnection, nom: NomTable): Promise<string[]> => {
  const colonnes = TABLES.find((table) => table.nom === nom)?.colonnes ?? []
  const ligne = await runOne(
    connection,
    sql`SELECT ${sql.join(colonnes.map((c) => sql`count(${sql.ref(c.nom)}) AS ${sql.ref(c.nom)}`))} FROM ${sql.id(verifiees(nom))} WHERE raison IS NULL`,
    enComptes(colonnes.map((c) => c.nom)),
  )
  return colonnes.filter((c) => (ligne[c.nom] ?? 0) === 0).map((c) => `${nom}.${c.nom}`)
}

/** How many cells of the rows not rejected held an empty word, by column. */
export const compterMotsVides = async (
  connection: DuckDBConnection,
  table: NomTable,
): Promise<Record<string, number>> => {
  const lignes = await runQuery(
    connection,
    sql`SELECT colonne, count(*) AS n FROM (SELECT unnest(mots) AS colonne FROM ${sql.id(verifiees(table))} WHERE raison IS NULL AND mots IS NOT NULL)
      GROUP BY colonne ORDER BY colonne`,
    { colonne: texte, n: entier },
  )
  return Object.fromEntries(lignes.map(({ colonne, n }) => [table === 'demandes' ? colonne : `${table}.${colonne}`, n]))
}

/** Rows not rejected of a text file that had fewer fields than headings. */
export const compterCompletees = async (
  connection: DuckDBConnection,
  table: NomTable,
  premierRang: number,
  dernierRang: number,
): Promise<number> =>
  (
    await runOne(
      connection,
      sql`SELECT count(*) AS n FROM ${sql.id(verifiees(table))} WHERE completee AND raison IS NULL AND rowid BETWEEN ${premierRang} AND ${dernierRang}`,
      { n: entier },
    )
  ).n
