import { type RawBuilder, sql } from 'kysely'
import { estJour, type Jour } from '../socle/jour.ts'

/** The workbook that stands beside a rejects file. */
export const nomDuClasseur = (csv: string): string => csv.replace(/\.csv$/, '.xlsx')

export const nomDuClasseurSql = (csv: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`regexp_replace(${csv}, '[.]csv$', '.xlsx')`

/** The rejects file of a refused snapshot, which no table cites: its name says the day of the refusal. */
export const nomDeRefus = (territoire: string, date: Jour, refuseLe: Jour, suffixe: string): string =>
  `refus-${territoire}-${date}-le-${refuseLe}-${suffixe}.csv`

const REFUS = /^(refus-([0-9A-Z]{3})-(\d{4}-\d{2}-\d{2})-le-(\d{4}-\d{2}-\d{2})-[0-9a-f]{8})\.(?:csv|xlsx)$/

/** The refusal that a rejects file is of. */
export interface RefusNomme {
  /** Without its extension. */
  readonly nom: string
  readonly territoire: string
  readonly date: Jour
  readonly refuseLe: Jour
}

/** What the name of a rejects file says of the refusal it is of; null for a file of another kind. */
export const refusNomme = (fichier: string): RefusNomme | null => {
  const [, nom, territoire, date, refuseLe] = REFUS.exec(fichier) ?? []
  if (nom === undefined || territoire === undefined || date === undefined || refuseLe === undefined) return null
  return estJour(date) && estJour(refuseLe) ? { nom, territoire, date, refuseLe } : null
}

/** The day of the refusal that a file is of; null for a file of another kind. */
export const jourDuRefus = (fichier: string): Jour | null => refusNomme(fichier)?.refuseLe ?? null
