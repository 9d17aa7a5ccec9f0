import type { Alea } from '../alea.ts'
import { type Calendrier, estFinDeSemaine } from '../calendrier.ts'

/** The days between which changes are planted: those of the first and last snapshots. */
export interface Temps {
  readonly premier: number
  readonly dernier: number
}

/** Snapshots below which a change would have no before or no after. */
const MOIS_MINIMUM = 6
/** Whole months seen before the first change, and after the last one. */
const MOIS_AVANT = 2

export const nombreDeMois = ({ moisDe }: Calendrier, { premier, dernier }: Temps): number =>
  (moisDe[dernier] as number) - (moisDe[premier] as number) + 1

/** As many as a yearly number makes for the months covered: one at least, but none where they are too few. */
export const nombrePour = (parAn: number, mois: number): number =>
  mois < MOIS_MINIMUM ? 0 : Math.max(1, Math.round((parAn * mois) / 12))

/** A working day of the k-th of n equal stretches: changes follow each other, they do not come all at once. */
export const tirerJour = (calendrier: Calendrier, { premier, dernier }: Temps, k: number, n: number, alea: Alea) => {
  const debut = calendrier.debutMois((calendrier.moisDe[premier] as number) + MOIS_AVANT)
  const fin = calendrier.debutMois(calendrier.moisDe[dernier] as number)
  let jour = debut + Math.floor(((k + alea.nombre()) / n) * (fin - debut - 3))
  while (estFinDeSemaine(jour)) jour++
  return jour
}
