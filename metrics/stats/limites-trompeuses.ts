import type { Unite } from '../../ingest/socle/unite.ts'
import type { LigneSerie } from './serie.ts'
import { xmr } from './xmr.ts'

/** Above this share of months out of limits, limits mislead unless something has changed for good. */
const TROP = 1 / 4
/** Cases a month, on average, below which months are too uneven for limits made for the normal law. */
const CAS_MINIMUM = 5

/** Why limits that too many months cross are not to be read. */
export interface Tromperie<P extends LigneSerie> {
  /** The months, apart from each other, whose values alone pull the mean or narrow the limits; none where cases are rare. */
  readonly isolees: readonly P[]
}

const partDehors = (
  valeurs: readonly number[],
  { bas, haut }: { readonly bas: number; readonly haut: number },
): number => valeurs.filter((valeur) => valeur < bas || valeur > haut).length / Math.max(1, valeurs.length)

/**
 * Leaves out the month farthest from the mean of the others, again and again, until limits made without them hold the
 * others: at most a quarter of the months, and never two that follow each other, which would be a change.
 */
const trouverIsolees = <P extends LigneSerie>(points: readonly P[]): readonly P[] => {
  const mois = points.filter(({ valeur }) => valeur !== null)
  const ecartees = new Set<P>()
  while (ecartees.size < Math.floor(TROP * mois.length)) {
    const restent = mois.filter((point) => !ecartees.has(point))
    const moyenne = moyenneDe(restent.map(({ valeur }) => valeur ?? 0))
    const ecart = ({ valeur }: P): number => Math.abs((valeur ?? 0) - moyenne)
    const extreme = restent.reduce((loin, point) => (ecart(point) > ecart(loin) ? point : loin))
    const i = points.indexOf(extreme)
    if ([points[i - 1], points[i + 1]].some((voisin) => voisin !== undefined && ecartees.has(voisin))) return []
    ecartees.add(extreme)
    const autres = points.map((point) => (ecartees.has(point) ? null : point.valeur))
    const limites = xmr(autres)?.limites
    if (!limites) return []
    if (
      partDehors(
        autres.filter((valeur) => valeur !== null),
        limites,
      ) <= TROP
    )
      return [...ecartees]
  }
  return []
}

const moyenneDe = (nombres: readonly number[]): number =>
  nombres.reduce((a, b) => a + b, 0) / Math.max(1, nombres.length)

/** What a month's figure is made of, on average: acts counted, acts of which a share is taken, acts whose median is. */
const casParMois = (points: readonly LigneSerie[], unite: Unite): number => {
  const valeur = moyenneDe(points.map((point) => point.valeur ?? 0))
  if (unite === 'nombre') return valeur
  const n = moyenneDe(points.map((point) => point.n ?? 0))
  return unite === 'part' ? n * Math.min(valeur, 1 - valeur) : n
}

/**
 * What makes limits that more than a quarter of the months cross, where nothing has changed for good: months apart from
 * each other (a median of two delays, one of them of half a year, whose moving ranges are screened out and whose value is
 * not), or so few cases a month that limits are narrower than one. Null where limits may be read.
 */
export const limitesTrompeuses = <P extends LigneSerie>(points: readonly P[], unite: Unite): Tromperie<P> | null => {
  const juges = points.filter(({ valeur, limite_haute }) => valeur !== null && limite_haute !== null)
  const [premier] = juges
  if (premier === undefined || juges.some(({ moyenne }) => moyenne !== premier.moyenne)) return null
  const dehors = juges.filter(
    ({ valeur, limite_basse, limite_haute }) =>
      partDehors([valeur ?? 0], { bas: limite_basse ?? 0, haut: limite_haute ?? 0 }) > 0,
  )
  if (dehors.length <= TROP * juges.length) return null
  const isolees = trouverIsolees(points)
  if (isolees.length > 0) return { isolees }
  return casParMois(juges, unite) < CAS_MINIMUM ? { isolees: [] } : null
}

/** What a chart draws: without limits nor signals where they mislead, the months that make them so being marked. */
export const ecarterLimitesTrompeuses = <P extends LigneSerie>(
  points: readonly P[],
  unite: Unite,
): readonly (P & { readonly isolee?: boolean })[] => {
  const tromperie = limitesTrompeuses(points, unite)
  return tromperie === null
    ? points
    : points.map((point) => ({
        ...point,
        limite_basse: null,
        limite_haute: null,
        signal: null,
        isolee: tromperie.isolees.includes(point),
      }))
}
