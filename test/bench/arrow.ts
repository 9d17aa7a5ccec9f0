import { type DuckDBConnection, DuckDBInstance, JSDuckDBValueConverter } from '@duckdb/node-api'
import {
  Bool,
  type DataType,
  DateMillisecond,
  Field,
  Float64,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import { ecrireFlux } from '../../reports/tableau/arrow/flux.ts'
import { arrowOf } from '../../reports/tableau/arrow-duckdb.ts'

const LIGNES = 1_000_000

const TABLE = `CREATE TABLE demandes AS SELECT
  i::BIGINT AS rang,
  (i % 12)::INTEGER AS nb_personnes,
  CASE WHEN i % 11 <> 0 THEN i / 7.0::DOUBLE END AS valeur,
  i % 3 = 0 AS forcage,
  CASE WHEN i % 5 <> 0 THEN DATE '2015-01-01' + (i % 4000)::INTEGER END AS date_depot,
  TIMESTAMP '2026-01-01' + to_seconds(i) AS saisie,
  'G' || (i % 400) AS guichet,
  '013' || lpad(i::VARCHAR, 15, '0') AS numero_unique
FROM range(${LIGNES}) r(i)`

const COLONNES: Readonly<Record<string, DataType>> = {
  rang: new Int64(),
  nb_personnes: new Int32(),
  valeur: new Float64(),
  forcage: new Bool(),
  date_depot: new DateMillisecond(),
  saisie: new TimestampMillisecond(),
  guichet: new Utf8(),
  numero_unique: new Utf8(),
}

const REQUETE = `SELECT ${Object.keys(COLONNES).join(', ')} FROM demandes`

/** The same stream, each value read into JavaScript and written anew. */
async function* valeurParValeur(connection: DuckDBConnection): AsyncGenerator<Uint8Array> {
  const resultat = await connection.stream(REQUETE)
  const types = Object.values(COLONNES)
  const schema = new Schema(Object.entries(COLONNES).map(([nom, type]) => new Field(nom, type, true)))
  const lots = async function* () {
    for await (const chunk of resultat) {
      const colonnes = chunk.convertColumns(JSDuckDBValueConverter)
      const children = types.flatMap((type, i) => vectorFromArray(colonnes[i] ?? [], type).data)
      yield new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: chunk.rowCount, children }))
    }
  }
  yield* ecrireFlux(schema, lots())
}

const mesurer = async (flux: AsyncIterable<Uint8Array>): Promise<{ ms: number; octets: number }> => {
  const depart = performance.now()
  let octets = 0
  for await (const morceau of flux) octets += morceau.length
  return { ms: performance.now() - depart, octets }
}

export interface MesureArrow {
  /** Time by column buffers over time value by value: at most 0.25. */
  readonly ratio: number
  readonly tamponsMs: number
  readonly valeursMs: number
  readonly lignes: number
  readonly octets: number
}

/** A million rows of eight columns as an Arrow stream, by column buffers (median of three) and value by value. */
export const benchArrow = async (): Promise<MesureArrow> => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await connection.run(TABLE)
    const tampons = []
    for (let i = 0; i < 3; i++) tampons.push(await mesurer(arrowOf(connection.stream(REQUETE))))
    tampons.sort((a, b) => a.ms - b.ms)
    const { ms: tamponsMs = Number.NaN, octets = 0 } = tampons[1] ?? {}
    const { ms: valeursMs } = await mesurer(valeurParValeur(connection))
    return { ratio: tamponsMs / valeursMs, tamponsMs, valeursMs, lignes: LIGNES, octets }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
