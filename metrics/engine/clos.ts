import type { Jour } from '../../ingest/socle/jour.ts'
import type { Instantane } from '../../ingest/store/instantanes.ts'

const trouver = (instantanes: readonly Instantane[], date: Jour | null): Instantane | undefined =>
  instantanes.find((instantane) => instantane.date === date)

/** Whether retention has erased demandes of a snapshot: only what was stored of it counts from then on. */
export const estClos = (instantanes: readonly Instantane[], date: Jour | null): boolean =>
  trouver(instantanes, date)?.clos ?? false

/**
 * Whether an earlier snapshot can still be compared with S. What a purge erased of it is past retention at S too where S
 * came after the purge, and S never had it; before, S may show demandes that the earlier one shows no more.
 */
export const estComparable = (instantanes: readonly Instantane[], date: Jour, s: Jour): boolean => {
  const au = trouver(instantanes, date)?.purge_au ?? null
  return au === null || au <= s
}
