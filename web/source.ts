import { formatJour } from '../ingest/socle/francais/format.ts'
import { fr } from '../ingest/socle/francais/typographie.ts'
import type { Jour } from '../ingest/socle/jour.ts'

/** Where a chart's figures come from; nothing without a snapshot. */
export const sourceDe = (instantane: Jour | null): string =>
  instantane === null ? '' : fr(`Source : instantané du ${formatJour(instantane)}`)
