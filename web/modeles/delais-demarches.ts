import { type Jour, joursEntre } from '../../ingest/socle/jour.ts'
import { quantile } from '../../metrics/stats/quantile.ts'
import type { FamilleDemarche } from '../demarches/mots.ts'

/** A démarche that was done, refused or answered, and when. */
export interface DemarcheTraitee {
  readonly famille: FamilleDemarche
  readonly recu: Jour
  /** Passed to the national desk; null where it was not. */
  readonly transmis: Jour | null
  readonly fait: Jour
}

/** Both days are included. */
export interface Periode {
  readonly debut: Jour
  readonly fin: Jour
}

/** Those of a family that were treated in a period, whenever they came. */
export const traiteesDans = (
  demarches: readonly DemarcheTraitee[],
  famille: FamilleDemarche,
  { debut, fin }: Periode,
): readonly DemarcheTraitee[] => demarches.filter((d) => d.famille === famille && d.fait >= debut && d.fait <= fin)

/** Median calendar days, week-ends included, from the coming of démarches to their treatment; null where there is none. */
export const delaiMedian = (demarches: readonly DemarcheTraitee[]): number | null =>
  quantile(
    demarches.map(({ recu, fait }) => joursEntre(recu, fait)),
    0.5,
  )

/** The same, to their passing to the national desk, of those that were. */
export const delaiDeTransmission = (demarches: readonly DemarcheTraitee[]): number | null =>
  quantile(
    demarches.flatMap(({ recu, transmis }) => (transmis === null ? [] : [joursEntre(recu, transmis)])),
    0.5,
  )
