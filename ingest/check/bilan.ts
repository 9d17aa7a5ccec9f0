import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { tableDe } from '../contract/table-de.ts'
import { DEMANDES, type NomTable } from '../contract/tables.ts'
import type { Jour } from '../socle/jour.ts'
import { booleen, entier, texte } from '../socle/sql/colonne.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import { termePasseSql } from '../store/conservation.ts'
import { AUCUNE_LIGNE, verifiees } from './raisons.ts'
import { colonnesAvertissables, peutEtreHorsListe } from './regles.ts'

/** A count of those a query was asked for, by name. */
type Comptes = (nom: string) => number

/** Runs a query of one row whose columns are all counts. */
const compterPar = async (
  connection: DuckDBConnection,
  requete: RawBuilder<unknown>,
  noms: readonly string[],
): Promise<Comptes> => {
  const ligne = await runOne(connection, requete, Object.fromEntries(noms.map((nom) => [nom, entier])))
  return (nom) => {
    const n = ligne[nom]
    if (n === undefined) throw new RangeError(nom)
    return n
  }
}

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

/** Rows of the demandes that are kept, and those purged: how many, and how many fill each column. */
const compterRemplies = async (
  connection: DuckDBConnection,
  date: Jour,
): Promise<{ readonly gardees: Comptes; readonly purgees: Comptes }> => {
  const noms = ['#', ...DEMANDES.colonnes.map(({ nom }) => nom)]
  const compte = (nom: string) => (nom === '#' ? sql`count(*)` : sql`count(${sql.ref(nom)})`)
  const lignes = await runQuery(
    connection,
    sql`SELECT ${purgeeSql(date)} AS purgee, ${sql.join(noms.map((nom) => sql`${compte(nom)} AS ${sql.ref(nom)}`))}
      FROM ${sql.id(verifiees('demandes'))} WHERE raison IS NULL GROUP BY 1`,
    { ...Object.fromEntries(noms.map((nom) => [nom, entier])), purgee: booleen },
  )
  const de = (purgee: boolean): Comptes => {
    const ligne = lignes.find((lue) => lue.purgee === purgee)
    return (nom) => Number(ligne?.[nom as keyof typeof ligne] ?? 0)
  }
  return { gardees: de(false), purgees: de(true) }
}

/** How many rows not rejected have each warning, by bit. */
const compterAvertissements = (connection: DuckDBConnection): Promise<{ bit: number; n: number }[]> =>
  runQuery(
    connection,
    sql`SELECT bit, count(*) AS n FROM (SELECT avertissements, unnest(range(64)) AS bit FROM ${sql.id(verifiees('demandes'))} WHERE raison IS NULL AND avertissements > 0)
      WHERE avertissements & (1::UBIGINT << bit::UBIGINT) > 0 GROUP BY bit`,
    { bit: entier, n: entier },
  )

/** Counts everything that the report says of the demandes. */
export const compterDemandes = async (connection: DuckDBConnection, date: Jour): Promise<BilanDemandes> => {
  const { lignes, reparees } = await runOne(
    connection,
    sql`SELECT count(*) FILTER (raison IS DISTINCT FROM ${AUCUNE_LIGNE}) AS lignes, count(*) FILTER (raison IS NULL AND repare) AS reparees
      FROM ${sql.id(verifiees('demandes'))}`,
    { lignes: entier, reparees: entier },
  )
  const { gardees, purgees } = await compterRemplies(connection, date)
  const avertis = new Map((await compterAvertissements(connection)).map(({ bit, n }) => [bit, n]))
  const avertissables = colonnesAvertissables(DEMANDES).map((c, bit) => ({ c, n: avertis.get(bit) ?? 0 }))
  const [acceptees, otees] = [gardees('#'), purgees('#')]
  return {
    lignes,
    acceptees,
    purgees: otees,
    rejetees: lignes - acceptees - otees,
    reparees,
    avertissements: Object.fromEntries(avertissables.filter(({ n }) => n > 0).map(({ c, n }) => [c.nom, n])),
    remplies: Object.fromEntries(
      avertissables.map(({ c, n }) => [c.nom, gardees(c.nom) + purgees(c.nom) + (peutEtreHorsListe(c) ? 0 : n)]),
    ),
    vides: DEMANDES.colonnes.map(({ nom }) => nom).filter((nom) => gardees(nom) === 0),
  }
}

/** The columns of a small table that no accepted row fills, as `table.colonne`. */
export const colonnesVides = async (connection: DuckDBConnection, nom: NomTable): Promise<string[]> => {
  const { colonnes } = tableDe(nom)
  const remplies = await compterPar(
    connection,
    sql`SELECT ${sql.join(colonnes.map((c) => sql`count(${sql.ref(c.nom)}) AS ${sql.ref(c.nom)}`))} FROM ${sql.id(verifiees(nom))} WHERE raison IS NULL`,
    colonnes.map((c) => c.nom),
  )
  return colonnes.filter((c) => remplies(c.nom) === 0).map((c) => `${nom}.${c.nom}`)
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
export const compterCompletees = async (connection: DuckDBConnection, table: NomTable, part: number): Promise<number> =>
  (
    await runOne(
      connection,
      sql`SELECT count(*) AS n FROM ${sql.id(verifiees(table))} WHERE completee AND raison IS NULL AND part = ${part}`,
      { n: entier },
    )
  ).n
