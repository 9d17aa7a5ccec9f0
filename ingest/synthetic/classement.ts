import type { Alea } from './alea.ts'
import { type Classe, choisirRangs, classer } from './classes.ts'
import { type Defaut, parDefaut } from './defauts.ts'

/** By rank of guichet; those that are not there do well. */
export type Classes = ReadonlyMap<number, Classe>

/** Who does well and who does not, in all that is drawn of a guichet. */
export interface Classement {
  readonly defauts: Readonly<Record<Defaut, Classes>>
  readonly delais: Classes
  readonly rejets: Classes
  readonly incompletes: Classes
  readonly reservataires: Classes
}

/** Guichets that force abusively, among the active ones. */
const FORCEURS = 3

/** Three guichets force abusively, two of them without reason; three others force too much. */
const classerForcages = (actifs: readonly number[], injustifies: Map<number, Classe>, alea: Alea): Classes => {
  const classes = new Map<number, Classe>()
  for (const r of choisirRangs(actifs, FORCEURS, 12, actifs.length, alea)) classes.set(r, 'moyen')
  for (const [i, r] of choisirRangs(actifs, FORCEURS, 3, 12, alea).entries()) {
    classes.set(r, 'mauvais')
    if (i < 2) injustifies.set(r, 'mauvais')
  }
  return classes
}

/** Draws it: guichets are given from the most active to the least, landlords from the largest to the smallest. */
export const classerGuichets = (
  actifs: readonly number[],
  privatifs: readonly number[],
  bailleurs: readonly number[],
  alea: Alea,
): Classement => {
  const defauts = parDefaut(() => classer(actifs, alea))
  const forcages = classerForcages(actifs, defauts.injustifies, alea)
  return {
    defauts: { ...defauts, forcages },
    delais: classer(actifs, alea),
    rejets: classer(privatifs, alea),
    incompletes: classer(bailleurs, alea),
    reservataires: classer(bailleurs, alea),
  }
}
