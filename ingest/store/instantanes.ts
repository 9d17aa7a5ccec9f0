import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { jourSql, runQuery } from '../socle/sql/query.ts'

/** A loaded snapshot. */
export interface Instantane {
  readonly territoire: string
  readonly date: Jour
  readonly source: string | null
  readonly synthetique: boolean
  /** `AAAA-MM-JJ HH:MM:SS`, as the importing process said it. */
  readonly importe_le: string
  readonly demandes: number
  /** SHA-256 of each table's file, as unpacked. */
  readonly empreintes: Readonly<Record<string, string>>
  /** Columns without any value; `flux` or `baux` where the file was absent. */
  readonly colonnes_vides: readonly string[]
  /** Guichets that its messages name, of whatever month. */
  readonly guichets_flux: readonly string[]
  /** Loaded without the fingerprint secret: its names cannot be compared. */
  readonly sans_secret: boolean
  readonly fichier_courantes: string | null
  /** Versions that its import ended. */
  readonly fichier_historique: string | null
  readonly fichier_identites: string | null
  readonly fichier_cles: string | null
  readonly fichier_rejets: string | null
  /** Touched by a purge: only its stored results are served. */
  readonly clos: boolean
  /** The latest day whose purge erased demandes of it. */
  readonly purge_au: Jour | null
}

/** Every loaded snapshot, by territory and date. */
export const listInstantanes = async (connection: DuckDBConnection, territoire?: string): Promise<Instantane[]> => {
  const ou = territoire === undefined ? sql`` : sql`WHERE territoire = ${sql.lit(territoire)}`
  const lignes = await runQuery<Instantane & { empreintes: string }>(
    connection,
    sql`SELECT * EXCLUDE (rapport) FROM instantanes ${ou} ORDER BY territoire, date`,
  )
  return lignes.map((ligne) => ({ ...ligne, empreintes: JSON.parse(ligne.empreintes) as Record<string, string> }))
}

const listSql = (textes: readonly string[]): RawBuilder<unknown> =>
  sql`[${sql.join(textes.map((texte) => sql.lit(texte)))}]::VARCHAR[]`

const ceInstantane = (territoire: string, date: Jour): RawBuilder<unknown> =>
  sql`territoire = ${sql.lit(territoire)} AND date = ${jourSql(date)}`

/** Writes a snapshot's line, in the place of the one of the same day. Its report is still to come. */
export const putInstantane = async (
  connection: DuckDBConnection,
  { territoire, date, ...i }: Omit<Instantane, 'clos' | 'purge_au'>,
): Promise<void> => {
  await runQuery(connection, sql`DELETE FROM instantanes WHERE ${ceInstantane(territoire, date)}`)
  await runQuery(
    connection,
    sql`INSERT INTO instantanes BY NAME SELECT ${sql.lit(territoire)} AS territoire, ${jourSql(date)} AS date,
      ${sql.lit(i.source)} AS source, ${sql.lit(i.synthetique)} AS synthetique, ${sql.lit(i.importe_le)}::TIMESTAMP AS importe_le,
      ${sql.lit(i.demandes)} AS demandes, ${sql.lit(JSON.stringify(i.empreintes))} AS empreintes, ${listSql(i.colonnes_vides)} AS colonnes_vides,
      ${listSql(i.guichets_flux)} AS guichets_flux, ${sql.lit(i.sans_secret)} AS sans_secret, '{}' AS rapport,
      ${sql.lit(i.fichier_courantes)} AS fichier_courantes, ${sql.lit(i.fichier_historique)} AS fichier_historique, ${sql.lit(i.fichier_identites)} AS fichier_identites, ${sql.lit(i.fichier_cles)} AS fichier_cles, ${sql.lit(i.fichier_rejets)} AS fichier_rejets`,
  )
}

/**
 * Points a territory's history at the files an import wrote: the latest snapshot's, and the versions that ended, beside
 * those of earlier imports or, where `seul`, in the place of them all.
 */
export const pointHistory = async (
  connection: DuckDBConnection,
  territoire: string,
  fichiers: {
    readonly dernier: Jour
    readonly date: Jour
    readonly courantes: string
    readonly historique: string | null
    readonly seul: boolean
  },
): Promise<void> => {
  const { dernier, date, courantes, historique, seul } = fichiers
  const point = (colonne: 'fichier_courantes' | 'fichier_historique', fichier: string | null, jour: Jour) =>
    runQuery(
      connection,
      sql`UPDATE instantanes SET ${sql.ref(colonne)} = ${sql.lit(fichier)} WHERE ${ceInstantane(territoire, jour)}`,
    )
  if (seul)
    await runQuery(
      connection,
      sql`UPDATE instantanes SET fichier_historique = NULL WHERE territoire = ${sql.lit(territoire)}`,
    )
  await point('fichier_courantes', courantes, dernier)
  await point('fichier_historique', historique, date)
}

/**
 * A territory's latest snapshot is kept whole, with its names apart, and the identity keys of its latest two: the others'
 * files are cited no more.
 */
export const forgetOlderFiles = async (
  connection: DuckDBConnection,
  territoire: string,
  dates: readonly Jour[],
): Promise<void> => {
  const oublier = async (
    colonne: 'fichier_courantes' | 'fichier_identites' | 'fichier_cles',
    gardees: readonly Jour[],
  ) =>
    runQuery(
      connection,
      sql`UPDATE instantanes SET ${sql.ref(colonne)} = NULL WHERE territoire = ${sql.lit(territoire)} AND ${sql.ref(colonne)} IS NOT NULL
        AND date NOT IN (${sql.join(gardees.map(jourSql))})`,
    )
  const rangees = dates.toSorted()
  await oublier('fichier_courantes', rangees.slice(-1))
  await oublier('fichier_identites', rangees.slice(-1))
  await oublier('fichier_cles', rangees.slice(-2))
}

/** The report of a snapshot's import, as JSON text; null where it is not loaded. */
export const readRapport = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
): Promise<string | null> => {
  const [ligne] = await runQuery<{ rapport: string }>(
    connection,
    sql`SELECT rapport FROM instantanes WHERE ${ceInstantane(territoire, date)}`,
  )
  return ligne?.rapport ?? null
}

export const writeRapport = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
  rapport: object,
): Promise<void> => {
  await runQuery(
    connection,
    sql`UPDATE instantanes SET rapport = ${sql.lit(JSON.stringify(rapport))} WHERE ${ceInstantane(territoire, date)}`,
  )
}
