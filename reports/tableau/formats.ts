import type { Tableau } from './tableau.ts'

export const FORMATS = ['csv', 'json', 'ndjson'] as const

export type Format = (typeof FORMATS)[number]

export const estFormat = (texte: string): texte is Format => FORMATS.some((format) => format === texte)

/** Writes a table piece by piece; each writer loads when it is asked for. */
export async function* writeTableau<Row>(tableau: Tableau<Row>, format: Format): AsyncGenerator<string> {
  if (format === 'csv') yield* (await import('./csv.ts')).writeCsv(tableau)
  else if (format === 'json') yield* (await import('./json.ts')).writeJson(tableau)
  else yield* (await import('./json.ts')).writeNdjson(tableau)
}
