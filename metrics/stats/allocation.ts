/** A stratum of a population: its code, and how many it holds. */
export interface Strate {
  readonly code: string
  readonly effectif: number
}

/** How a sample is shared among strata: as they weigh, or as much to each. */
export type Repartition = 'PROPORTIONNELLE' | 'EGALE'

export interface Partage {
  readonly taille: number
  readonly repartition: Repartition
  /** As many as a stratum has at least, where it holds them. */
  readonly minimum: number
}

interface Part extends Strate {
  readonly poids: number
  readonly plancher: number
}

const somme = <T>(liste: readonly T[], de: (element: T) => number): number =>
  liste.reduce((total, element) => total + de(element), 0)

/** The size under which the minimum of each stratum cannot be kept. */
export const tailleDuMinimum = (strates: readonly Strate[], minimum: number): number =>
  somme(strates, ({ effectif }) => Math.min(minimum, effectif))

/** Shares `reste` as the weights say, whole numbers by largest remainder, ties by code. */
const auPlusFortReste = (libres: readonly Part[], reste: number): [string, number][] => {
  const poids = somme(libres, (part) => part.poids)
  const parts = libres.map(({ code, poids: p }) => ({
    code,
    entier: Math.floor((reste * p) / poids),
    fraction: (reste * p) % poids,
  }))
  const manquent = reste - somme(parts, ({ entier }) => entier)
  return parts
    .toSorted((a, b) => b.fraction - a.fraction || (a.code < b.code ? -1 : 1))
    .map(({ code, entier }, rang) => [code, entier + (rang < manquent ? 1 : 0)])
}

/**
 * How many to draw in each stratum, by code: as the weights say, no stratum under its minimum nor above what it holds, so
 * that the whole comes to `taille`, or to all there is where that is less. The strata that a bound holds are set aside, the
 * rest being shared again among the others. All in whole numbers: the same on any machine, in whatever order strata come.
 *
 * @throws RangeError where the minimums alone come to more than `taille`.
 */
export const allouer = (
  strates: readonly Strate[],
  { taille, repartition, minimum }: Partage,
): ReadonlyMap<string, number> => {
  const total = Math.min(
    taille,
    somme(strates, ({ effectif }) => effectif),
  )
  if (tailleDuMinimum(strates, minimum) > total) throw new RangeError('les minimums dépassent la taille')
  let libres: Part[] = strates
    .filter(({ effectif }) => effectif > 0)
    .map(({ code, effectif }) => ({
      code,
      effectif,
      poids: repartition === 'EGALE' ? 1 : effectif,
      plancher: Math.min(minimum, effectif),
    }))
  const allouees = new Map<string, number>()
  let reste = total
  for (;;) {
    const poids = somme(libres, (part) => part.poids)
    const sous = libres.filter((part) => reste * part.poids < part.plancher * poids)
    const sur = libres.filter((part) => reste * part.poids > part.effectif * poids)
    if (sous.length === 0 && sur.length === 0) break
    const manque = somme(sous, (part) => part.plancher * poids - reste * part.poids)
    const exces = somme(sur, (part) => reste * part.poids - part.effectif * poids)
    // The bound that is passed the most holds for good; the other may not be passed once the rest is shared again.
    const tenues = manque >= exces ? sous : sur
    for (const part of tenues) allouees.set(part.code, manque >= exces ? part.plancher : part.effectif)
    libres = libres.filter((part) => !tenues.includes(part))
    reste = total - somme([...allouees.values()], (n) => n)
  }
  if (libres.length > 0) for (const [code, n] of auPlusFortReste(libres, reste)) allouees.set(code, n)
  return allouees
}

/**
 * Whether every stratum has its share of a sample, but for the rounding of one: then each record drawn stands for as many,
 * and the sample is read as a simple one.
 */
export const estProportionnelle = (
  strates: readonly { readonly effectif: number; readonly tirees: number }[],
): boolean => {
  const population = somme(strates, ({ effectif }) => effectif)
  const n = somme(strates, ({ tirees }) => tirees)
  return strates.every(({ effectif, tirees }) => Math.abs(tirees * population - n * effectif) < population)
}
