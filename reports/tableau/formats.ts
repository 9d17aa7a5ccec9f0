import type { Tableau } from './tableau.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.stream',
} as const

/** Every form in which a table can be had; each is also the extension of its files. */
export type Format = keyof typeof TYPES

export const FORMATS = Object.keys(TYPES) as readonly Format[]

export const estFormat = (texte: string): texte is Format => Object.hasOwn(TYPES, texte)

export const contentType = (format: Format): string => TYPES[format]

type Writer = <Row>(tableau: Tableau<Row>) => AsyncGenerator<string | Uint8Array>

const WRITERS: Readonly<Record<Format, () => Promise<Writer>>> = {
  csv: async () => (await import('./csv.ts')).writeCsv,
  json: async () => (await import('./json.ts')).writeJson,
  ndjson: async () => (await import('./json.ts')).writeNdjson,
  xlsx: async () => (await import('./xlsx/xlsx.ts')).writeXlsx,
  ods: async () => (await import('./ods/ods.ts')).writeOds,
  parquet: async () => (await import('./parquet.ts')).writeParquet,
  arrow: async () => (await import('./arrow/arrow.ts')).writeArrow,
}

/** Writes a table piece by piece; each writer loads when it is asked for. */
export async function* writeTableau<Row>(tableau: Tableau<Row>, format: Format): AsyncGenerator<string | Uint8Array> {
  yield* (await WRITERS[format]())(tableau)
}
