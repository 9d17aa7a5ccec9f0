import type { Habitudes } from '../habitudes.ts'
import type { Periode, Pratique } from '../pratique.ts'

/** Does better, does worse, works with another software, records leases at another pace. */
export type NatureDeChangement = 'AMELIORATION' | 'DEGRADATION' | 'LOGICIEL' | 'CADENCE'

/** What a guichet does otherwise from a day on. */
export interface Changement {
  /** Rank of the guichet. */
  readonly guichet: number
  readonly nature: NatureDeChangement
  readonly jour: number
  /** What it did until then, where that is not what was drawn of it at first. */
  readonly avant: Partial<Habitudes>
  readonly apres: Partial<Habitudes>
  /** Columns that a new software leaves empty or fills with other words. */
  readonly colonnes: readonly string[]
}

/** How a guichet works from one change to the next: what it was at first, then each change on top of those before. */
export const periodesDe = (
  premieres: Habitudes,
  changements: readonly Changement[],
  composer: (habitudes: Habitudes) => Pratique,
): Periode[] => {
  let habitudes: Habitudes = Object.assign({}, premieres, ...changements.map(({ avant }) => avant))
  const periodes: Periode[] = [{ depuis: 0, pratique: composer(habitudes) }]
  for (const { jour, apres } of changements.toSorted((a, b) => a.jour - b.jour)) {
    habitudes = { ...habitudes, ...apres }
    periodes.push({ depuis: jour, pratique: composer(habitudes) })
  }
  return periodes
}
