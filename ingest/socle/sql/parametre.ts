import { DOUBLE, type DuckDBType, type DuckDBValue, LIST, listValue, VARCHAR } from '@duckdb/node-api'

const DERNIER_ENTIER_COURT = 2 ** 31

/**
 * A bound value as the engine takes it: an array is a list.
 *
 * @throws TypeError for what is no value of a base (a `Date`, an object, undefined).
 */
export const parameterOf = (valeur: unknown): DuckDBValue => {
  if (valeur === null || typeof valeur === 'string' || typeof valeur === 'boolean' || typeof valeur === 'bigint')
    return valeur
  if (typeof valeur === 'number')
    return Number.isSafeInteger(valeur) && Math.abs(valeur) >= DERNIER_ENTIER_COURT ? BigInt(valeur) : valeur
  if (Array.isArray(valeur))
    return listValue(valeur.map((element) => (typeof element === 'number' ? element : parameterOf(element))))
  throw new TypeError(`Une valeur de type ${typeof valeur} ne se lie pas à une requête`)
}

/** The type that a bound value does not show by itself: of an empty list, or of one of numbers, whose first may be whole. */
const typeOf = (valeur: unknown): DuckDBType | undefined => {
  if (!Array.isArray(valeur)) return undefined
  const elements: readonly unknown[] = valeur
  if (elements.every((element) => typeof element === 'string' || element === null)) return LIST(VARCHAR)
  return elements.every((element) => typeof element === 'number') ? LIST(DOUBLE) : undefined
}

/** The values bound to a statement, with the types of those that do not show theirs. */
export const bindingOf = (parameters: readonly unknown[]): { values: DuckDBValue[]; types: DuckDBType[] } => ({
  values: parameters.map(parameterOf),
  // The engine's own binding infers the type where it is given none.
  types: parameters.map(typeOf) as DuckDBType[],
})
