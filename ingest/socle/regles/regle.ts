import type { Jour } from '../jour.ts'

/** A value that holds from a day on, until the next. */
export interface ValeurDatee {
  readonly depuis: Jour
  readonly valeur: number
  readonly source?: string
}

/** A number that the law or the contract sets: its values since days, the earliest first, each with the text that says so. */
export type Regle = readonly [Required<ValeurDatee>, ...Required<ValeurDatee>[]]

/** The value in force on a day; null before the first. */
export const valeurEn = (valeurs: readonly ValeurDatee[] | undefined, jour: Jour): number | null =>
  (valeurs ?? [])
    .filter(({ depuis }) => depuis <= jour)
    .sort((a, b) => (a.depuis < b.depuis ? 1 : -1))
    .at(0)?.valeur ?? null

/** The number a rule sets on a day. What is older than its first text is judged by it. */
export const regleEn = (regle: Regle, jour: Jour): number => valeurEn(regle, jour) ?? regle[0].valeur
