import type { Alea } from '../alea.ts'
import type { Guichet } from '../guichet.ts'
import type { Cadre, Habitudes } from '../habitudes.ts'
import type { Effectif } from '../pratiques.ts'
import { nombreDeMois, nombrePour, type Temps, tirerJour } from './dates.ts'

/** What changes are drawn from. */
export interface Urne {
  readonly effectif: Effectif
  readonly guichets: readonly Guichet[]
  readonly temps: Temps
  readonly cadre: Cadre
  readonly alea: Alea
  /** Habits that already change, `rang champ`. */
  readonly pris: Set<string>
}

/** One of those still open whose habit nothing has changed yet, the first rather than the last: it is taken. */
export const prendre = (
  { guichets, alea, pris }: Urne,
  candidats: readonly number[],
  champ: string,
  convient: (rang: number) => boolean = () => true,
): number | undefined => {
  const libres = candidats.filter((r) => guichets[r]?.fermeture === 0 && !pris.has(`${r} ${champ}`) && convient(r))
  const rang = libres[Math.floor(alea.nombre() ** 2 * libres.length)]
  if (rang !== undefined) pris.add(`${rang} ${champ}`)
  return rang
}

/** How many a yearly number makes in this time, and the day of each. */
export const datesPour = ({ temps, cadre, alea }: Urne, parAn: number): number[] => {
  const n = nombrePour(parAn, nombreDeMois(cadre.calendrier, temps))
  return Array.from({ length: n }, (_, k) => tirerJour(cadre.calendrier, temps, k, n, alea))
}

/** A guichet's habits as they were drawn at first, for those that others replace. */
export const premieres = ({ effectif }: Urne, guichet: number, autres: Partial<Habitudes>): Partial<Habitudes> => {
  const habitudes = effectif.habitudes[guichet] as Habitudes
  return Object.fromEntries(Object.keys(autres).map((champ) => [champ, habitudes[champ as keyof Habitudes]]))
}
