import { parLots } from './lots.ts'
import type { Tableau } from './tableau.ts'

const LOT = 500

const exact = (_cle: string, valeur: unknown): unknown => {
  if (typeof valeur !== 'bigint') return valeur
  const nombre = Number(valeur)
  return Number.isSafeInteger(nombre) ? nombre : String(valeur)
}

/** JSON text; a whole number too great to be exact is written as text. */
export const enJson = (valeur: unknown): string => JSON.stringify(valeur, exact)

/** A table as a JSON array, a row a line, values unrounded. */
export async function* writeJson<Row>({ lignes }: Tableau<Row>): AsyncGenerator<string> {
  let premier = true
  for await (const lot of parLots(lignes, LOT)) {
    yield (premier ? '[\n' : ',\n') + lot.map(enJson).join(',\n')
    premier = false
  }
  yield premier ? '[]\n' : '\n]\n'
}

/** A table as one JSON object a line. */
export async function* writeNdjson<Row>({ lignes }: Tableau<Row>): AsyncGenerator<string> {
  for await (const lot of parLots(lignes, LOT)) yield lot.map((ligne) => `${enJson(ligne)}\n`).join('')
}
