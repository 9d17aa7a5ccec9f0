import type { Distribution } from '../stats/distribution.ts'

/** What one pass gives of one indicator and one key: a guichet's code, a siren, or '' where nobody is named. */
export interface Fait {
  readonly indicateur: string
  readonly cle: string
  /** The count, or the denominator. */
  readonly effectif: number
  /** Null for counts and delays. */
  readonly numerateur: number | null
  /** Delays only: how many times each number of days. */
  readonly distribution: Distribution | null
  readonly details: Readonly<Record<string, number>> | null
}
