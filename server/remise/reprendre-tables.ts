import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { refs, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Table } from '../../ingest/socle/sql/table.ts'
import type { Base } from '../../ingest/store/base.ts'
import { FICHIERS_DECRITS } from '../../ingest/store/decrire-fichiers.ts'
import { parquetSql } from '../../ingest/store/parquet.ts'
import { viewDemandes } from '../../ingest/store/vues.ts'
import { DEMANDES, TABLES } from './forme.ts'
import { estDossier, type Remise } from './ouvrir-remise.ts'

/** What the handover holds that this software does not know, or lacks that it needs. */
export const autreVersion = (quoi: string): ErreurInfocentre =>
  new ErreurInfocentre(
    'REMISE_AUTRE_VERSION',
    `La remise ne se reprend pas avec cette version d’Infocentre, ${quoi} : la reprendre avec la version qui l’a écrite, ou une plus récente.`,
  )

/** The Parquet file of a table within a handover. */
export const parquetDe = ({ dossier }: Pick<Remise, 'dossier'>, nom: string): string =>
  join(dossier, TABLES, `${nom}.parquet`)

/** The columns of a table that the handover has: those that it lacks must be free to be empty. */
export const colonnesRemises = async (
  connection: DuckDBConnection,
  remise: Pick<Remise, 'dossier'>,
  { nom: table, colonnes }: Table,
): Promise<string[]> => {
  const lues = await runQuery(
    connection,
    sql`SELECT column_name AS nom FROM (DESCRIBE SELECT * FROM ${parquetSql(parquetDe(remise, table))})`,
    { nom: texte },
  )
  const presentes = lues.map(({ nom }) => nom)
  const inconnue = presentes.find((nom) => colonnes[nom] === undefined)
  if (inconnue !== undefined) throw autreVersion(`qui ne connaît pas la colonne ${table}.${inconnue}`)
  const manque = Object.entries(colonnes).find(([nom, { nulle }]) => !nulle && !presentes.includes(nom))
  if (manque !== undefined) throw autreVersion(`à qui il faut la colonne ${table}.${manque[0]}`)
  return presentes
}

/** Fills the tables of a new base with those of a handover. */
const reprendreTables = async (
  connection: DuckDBConnection,
  tables: readonly Table[],
  remise: Remise,
): Promise<void> => {
  const connues = new Map(tables.map((table) => [table.nom, table]))
  for (const { nom } of remise.manifeste.tables) {
    const table = connues.get(nom)
    if (table === undefined) throw autreVersion(`qui ne connaît pas la table ${nom}`)
    const colonnes = await colonnesRemises(connection, remise, table)
    await runQuery(connection, sql`DELETE FROM ${sql.id(nom)}`)
    await runQuery(
      connection,
      sql`INSERT INTO ${sql.id(nom)} (${refs(colonnes)}) SELECT ${refs(colonnes)} FROM ${parquetSql(parquetDe(remise, nom))}`,
    )
  }
}

type Sorte = keyof typeof FICHIERS_DECRITS

/** Sorts of files without the names. */
export const SANS_LES_NOMS: readonly Sorte[] = ['courantes', 'historique', 'cles']
export const TOUTES_LES_SORTES = Object.keys(FICHIERS_DECRITS) as Sorte[]

/** Fills a new base with the tables and the files of a handover. */
export const reprendreChiffres = async (base: Base, remise: Remise, sortes: readonly Sorte[]): Promise<void> => {
  for (const sorte of sortes) {
    const de = join(remise.dossier, DEMANDES, sorte)
    const noms = estDossier(de) ? readdirSync(de).filter((nom) => nom.endsWith('.parquet')) : []
    for (const nom of noms) copyFileSync(join(de, nom), join(base.dossier[sorte], nom))
  }
  const connection = await base.connect()
  try {
    await reprendreTables(connection, base.tables, remise)
    await viewDemandes(connection, base.dossier)
  } finally {
    connection.closeSync()
  }
}
