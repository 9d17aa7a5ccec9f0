/** What a person may say of a pair or of a forced demande. */
export const VERDICTS = {
  HOMONYMIE: 'Homonymie',
  SEPARATION: 'Séparation',
  DOUBLON_AVERE: 'Doublon avéré',
  A_INSTRUIRE: 'À instruire',
} as const

export type Verdict = keyof typeof VERDICTS

export const estVerdict = (code: string): code is Verdict => Object.hasOwn(VERDICTS, code)

/** Verdicts that say two households are two: their pairs accuse nobody. */
export const DISCULPE: ReadonlySet<Verdict> = new Set<Verdict>(['HOMONYMIE', 'SEPARATION'])
