import { format } from 'date-fns'

export { jourDuMoment as jourDe } from '../ingest/socle/jour.ts'

/** A moment as the base keeps it. */
export const instantDe = (moment: Date): string => format(moment, 'yyyy-MM-dd HH:mm:ss')
