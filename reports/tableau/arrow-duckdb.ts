import type { DuckDBResult } from '@duckdb/node-api'
import { Field, makeData, RecordBatch, Schema, Struct } from 'apache-arrow'
import { ecrireFlux } from './arrow/flux.ts'
import { moteur } from './arrow/moteur.ts'
import { type Lecture, lectureDe } from './arrow/types.ts'

/** The engine's chunk, and how many make a batch unless their texts weigh too much. */
const CHUNK = 2048
const LOT = 32 * CHUNK
const OCTETS_MAX = 64 * 2 ** 20

async function* lireLots(
  resultat: DuckDBResult,
  schema: Schema,
  lectures: readonly Lecture[],
): AsyncGenerator<RecordBatch> {
  const type = new Struct(schema.fields)
  let chunk = await resultat.fetchChunk()
  while (chunk !== null && chunk.rowCount > 0) {
    const colonnes = lectures.map(({ creer }) => creer(LOT))
    let length = 0
    while (chunk !== null && chunk.rowCount > 0 && length + chunk.rowCount <= LOT) {
      const n = chunk.rowCount
      const brut = chunk.chunk
      colonnes.forEach((colonne, i) => {
        colonne.ajouter(moteur.data_chunk_get_vector(brut, i), n)
      })
      length += n
      chunk = await resultat.fetchChunk()
      if (colonnes.some(({ octets }) => octets > OCTETS_MAX)) break
    }
    const children = colonnes.map((colonne) => colonne.donnees())
    yield new RecordBatch(schema, makeData({ type, length, nullCount: 0, children }))
  }
}

/**
 * A query's result as an Arrow IPC stream, made of the engine's own column buffers: no value passes through JavaScript.
 * 128-bit whole numbers and decimals become floating-point numbers; days and moments, milliseconds.
 */
export async function* arrowOf(
  demande: Promise<DuckDBResult>,
  metadonnees?: Map<string, string>,
): AsyncGenerator<Uint8Array> {
  const resultat = await demande
  const noms = resultat.deduplicatedColumnNames()
  const lectures = resultat.columnTypes().map((type, i) => lectureDe(type, noms[i] ?? ''))
  const schema = new Schema(
    lectures.map(({ type }, i) => new Field(noms[i] ?? '', type, true)),
    metadonnees,
  )
  yield* ecrireFlux(schema, lireLots(resultat, schema, lectures))
}
