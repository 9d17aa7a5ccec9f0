import type { Action } from '../state/actions.ts'

/** What was read, for the audit log. */
export interface Passage {
  readonly action: Action
  readonly instant: string
  readonly territoire: string | null
  readonly nombre?: number
  readonly detail: Readonly<Record<string, unknown>>
}
