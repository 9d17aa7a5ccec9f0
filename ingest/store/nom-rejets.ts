import { type RawBuilder, sql } from 'kysely'
import { estJour, type Jour } from '../socle/jour.ts'

/** The workbook that stands beside a rejects file. */
export const nomDuClasseur = (csv: string): string => csv.replace(/\.csv$/, '.xlsx')

export const nomDuClasseurSql = (csv: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`regexp_replace(${csv}, '[.]csv$', '.xlsx')`

/** The rejects file of a refused snapshot, which no table cites: its name says the day of the refusal. */
export const nomDeRefus = (territoire: string, date: Jour, refuseLe: Jour, suffixe: string): string =>
  `refus-${territoire}-${date}-le-${refuseLe}-${suffixe}.csv`

const REFUS = /^refus-.*-le-(\d{4}-\d{2}-\d{2})-[^-]*\.(?:csv|xlsx)$/

/** The day of the refusal that a file is of; null for a file of another kind. */
export const jourDuRefus = (nom: string): Jour | null => {
  const jour = REFUS.exec(nom)?.[1]
  return jour !== undefined && estJour(jour) ? jour : null
}
