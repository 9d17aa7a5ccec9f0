import { type DuckDBValue, listValue } from '@duckdb/node-api'

/**
 * A bound value as the engine takes it: an array is a list.
 *
 * @throws TypeError for what is no value of a base (a `Date`, an object, undefined).
 */
export const parameterOf = (valeur: unknown): DuckDBValue => {
  if (valeur === null || typeof valeur === 'string' || typeof valeur === 'boolean' || typeof valeur === 'bigint')
    return valeur
  if (typeof valeur === 'number')
    return Number.isSafeInteger(valeur) && Math.abs(valeur) > 2 ** 31 ? BigInt(valeur) : valeur
  if (Array.isArray(valeur)) return listValue(valeur.map(parameterOf))
  throw new TypeError(`Une valeur de type ${typeof valeur} ne se lie pas à une requête`)
}
