import { format, parseISO } from 'date-fns'

export { jourDuMoment as jourDe } from '../ingest/socle/jour.ts'

/** A moment as the base keeps it. */
export const instantDe = (moment: Date): string => format(moment, 'yyyy-MM-dd HH:mm:ss')

/** The moment of an instant of the base. */
export const momentDe = (instant: string): Date => parseISO(instant.replace(' ', 'T'))

/** An instant of the base, to the minute, as pages take it. */
export const minuteDe = (instant: string): string => instant.slice(0, 16).replace(' ', 'T')
