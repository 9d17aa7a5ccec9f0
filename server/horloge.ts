import { format } from 'date-fns'
import type { Jour } from '../ingest/socle/jour.ts'

/** The calendar day of a moment, where this process runs. */
export const jourDe = (moment: Date): Jour => format(moment, 'yyyy-MM-dd')

/** A moment as the base keeps it. */
export const instantDe = (moment: Date): string => format(moment, 'yyyy-MM-dd HH:mm:ss')
