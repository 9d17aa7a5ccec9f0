import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  TIMESTAMP,
  VARCHAR,
} from '@duckdb/node-api'
import { sql } from 'kysely'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { type Cellule, lireCellule } from './cellule.ts'
import { joursDepuis1970, msDuMoment } from './instant.ts'
import { parLots } from './lots.ts'
import type { Tableau, TypeColonne } from './tableau.ts'

/** The engine's own chunk. */
const LOT = 2048
const MEMOIRE_MAX = '256MB'

const TYPES: Readonly<Record<TypeColonne, DuckDBType>> = {
  texte: VARCHAR,
  json: VARCHAR,
  entier: BIGINT,
  nombre: DOUBLE,
  part: DOUBLE,
  jours: DOUBLE,
  jour: DATE,
  moment: TIMESTAMP,
  booleen: BOOLEAN,
}

const enValeur = (cellule: Cellule, type: TypeColonne): DuckDBValue => {
  if (type === 'entier' && typeof cellule === 'number') return BigInt(cellule)
  if (typeof cellule !== 'string') return cellule
  if (type === 'jour') return new DuckDBDateValue(joursDepuis1970(cellule))
  return type === 'moment' ? new DuckDBTimestampValue(BigInt(msDuMoment(cellule)) * 1000n) : cellule
}

const remplir = async <Row>(connection: DuckDBConnection, { colonnes, lignes }: Tableau<Row>): Promise<void> => {
  const types = colonnes.map(({ type }) => TYPES[type])
  const declarees = colonnes.map(({ nom }, i) => sql`${sql.ref(nom)} ${sql.raw(String(types[i]))}`)
  await runQuery(connection, sql`CREATE TABLE donnees (${sql.join(declarees)})`)
  const appender = await connection.createAppender('donnees')
  for await (const lot of parLots(lignes, LOT)) {
    const chunk = DuckDBDataChunk.create(types, lot.length)
    chunk.setColumns(
      colonnes.map((colonne) => lot.map((ligne) => enValeur(lireCellule(ligne[colonne.nom], colonne), colonne.type))),
    )
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

const copier = async <Row>(
  connection: DuckDBConnection,
  fichier: string,
  { titre, notes }: Tableau<Row>,
): Promise<void> => {
  const dites = new Map([['Titre', titre], ...(notes ?? [])])
  const metadonnees = sql.join([...dites].map(([libelle, valeur]) => sql`${sql.ref(libelle)}: ${valeur}`))
  await runQuery(
    connection,
    sql`COPY donnees TO ${fichier} (FORMAT PARQUET, COMPRESSION ZSTD, KV_METADATA {${metadonnees}})`,
  )
}

/** A table as a Parquet file with the types of its columns, built aside in a folder that is gone afterwards. */
export async function* writeParquet<Row>(tableau: Tableau<Row>): AsyncGenerator<Uint8Array> {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-parquet-'))
  try {
    const fichier = join(dossier, 'donnees.parquet')
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: MEMOIRE_MAX,
      temp_directory: join(dossier, 'moteur'),
      threads: '1',
      autoinstall_known_extensions: 'false',
    })
    try {
      const connection = await instance.connect()
      await remplir(connection, tableau)
      await copier(connection, fichier, tableau)
      connection.closeSync()
    } finally {
      instance.closeSync()
    }
    yield* createReadStream(fichier)
  } finally {
    rmSync(dossier, { recursive: true, force: true })
  }
}
