import { constants, setPriority } from 'node:os'

/** Pages are answered by the other process: this one gives way. */
export const ceder = (priorite: number = constants.priority.PRIORITY_BELOW_NORMAL): void => {
  try {
    setPriority(priorite)
  } catch {
    // Some containers forbid it: work goes on at the common pace.
  }
}
