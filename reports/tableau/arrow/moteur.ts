import { createRequire } from 'node:module'
import type { DuckDBDataChunk } from '@duckdb/node-api'

type Chunk = DuckDBDataChunk['chunk']

/** A column of a chunk as the engine knows it. */
export type Vecteur = { readonly __vecteur: never }

/** What the engine's C interface gives of a chunk's memory. The bytes are the engine's own: to be copied, not kept. */
interface Moteur {
  data_chunk_get_vector(chunk: Chunk, colonne: number): Vecteur
  vector_get_data(vecteur: Vecteur, octets: number): Uint8Array
  /** A bit a row, 1 where there is a value; null where no row lacks one. */
  vector_get_validity(vecteur: Vecteur, octets: number): Uint8Array | null
  /** The bytes that the pointer written at this place points to. */
  get_data_from_pointer(tampon: ArrayBufferLike, position: number, octets: number): Uint8Array
}

// The very copy that the engine's public interface uses: two copies would not know each other's chunks.
const require = createRequire(createRequire(import.meta.url).resolve('@duckdb/node-api'))

export const moteur: Moteur = require('@duckdb/node-bindings')
