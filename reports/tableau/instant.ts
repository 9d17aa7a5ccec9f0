const JOUR_MS = 86_400_000

/** Milliseconds from 1970 to the start of a day. */
export const msDuJour = (jour: string): number => Date.parse(`${jour}T00:00:00Z`)

/** Milliseconds from 1970 to a wall-clock moment, as though clocks never changed. */
export const msDuMoment = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}Z`)

/** Whole days from 1970 to a day. */
export const joursDepuis1970 = (jour: string): number => msDuJour(jour) / JOUR_MS

/** The first day that Excel, which believes in 29 February 1900, counts as everybody does. */
export const PREMIER_JOUR_EXCEL = '1900-03-01'

/** A time as Excel counts it: days and fractions of a day from 30 December 1899. */
export const serieExcel = (ms: number): number => ms / JOUR_MS + 25_569
