import { format } from 'date-fns'

export { jourDuMoment as jourDe } from '../ingest/socle/jour.ts'

/** A moment as the base keeps it. */
export const instantDe = (moment: Date): string => format(moment, 'yyyy-MM-dd HH:mm:ss')

/** An instant of the base, to the minute, as pages take it. */
export const minuteDe = (instant: string): string => instant.slice(0, 16).replace(' ', 'T')
