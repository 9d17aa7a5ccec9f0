import type { Jour } from '../ingest/socle/jour.ts'
import type { ColonneFigure, Resultat } from './engine/tables.ts'

export type { Motif } from './motif.ts'
export { NIVEAUX, type Niveau } from './niveau.ts'
export { STATUTS, type Statut } from './statut.ts'

/**
 * A figure: an indicator, for an entity of a level, over whole months, with its certainty and its state.
 * Shares are fractions in [0, 1]; delays are days; counts have a value and neither numerator nor denominator.
 * Null is « non calculable », never 0.
 */
export type Figure = Pick<Resultat, ColonneFigure>

/** A stored figure as it is read, of a territory and a period. */
export interface LigneIndicateur extends Figure {
  readonly territoire: string
  readonly debut: Jour
  readonly fin: Jour
  /** The snapshot the (last) month was computed from. */
  readonly instantane: Jour
  /** What the latest snapshot knows of a past month, where it was asked for. */
  readonly consolide: number | null
}
