import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  type DuckDBValue,
} from '@duckdb/node-api'

/** A cell as JavaScript has it: days as `AAAA-MM-JJ`, instants as `AAAA-MM-JJ HH:MM:SS`, counts as numbers. */
export type Valeur = string | number | boolean | null | readonly Valeur[] | { readonly [nom: string]: Valeur }

const toSafeNumber = (value: bigint): number => {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER))
    throw new RangeError('Nombre trop grand pour être lu exactement')
  return Number(value)
}

/** What a cell of the engine becomes: lists as arrays, maps as arrays of pairs, structures as objects. */
export const readValue = (value: DuckDBValue): Valeur => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (typeof value === 'bigint') return toSafeNumber(value)
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBDecimalValue) return value.toDouble()
  if (value instanceof DuckDBListValue) return value.items.map(readValue)
  if (value instanceof DuckDBMapValue) return value.entries.map(({ key, value }) => [readValue(key), readValue(value)])
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([key, v]) => [key, readValue(v)]))
  return value.toString()
}
