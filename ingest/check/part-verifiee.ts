import type { Part } from '../read/part.ts'

/** A part of a table once its rows are typed. */
export interface PartVerifiee {
  readonly part: Part
  /** What its rows bear in the table of verified rows. */
  readonly numero: number
  /** Its last row was a « Total », and is none of its rows. */
  readonly total: boolean
}
