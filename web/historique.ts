import type { Mois } from '../ingest/socle/jour.ts'
import type { SerieMensuelle } from '../metrics/historique.ts'
import type { Niveau } from '../metrics/resultat.ts'
import type { LigneSerie } from '../metrics/stats/serie.ts'

/** Series over the same months, from the oldest; every month between the first and the last is there. */
export interface Historique {
  readonly mois: readonly Mois[]
  readonly series: readonly SerieMensuelle[]
}

export const findSerie = (
  { series }: Historique,
  niveau: Niveau,
  entite: string,
  indicateur: string,
): readonly (number | null)[] | null =>
  series.find((s) => s.niveau === niveau && s.entite === entite && s.indicateur === indicateur)?.valeurs ?? null

/** The value a year before the last, where the series goes that far. */
export const unAnAvant = (valeurs: readonly (number | null)[] | null): number | null => valeurs?.at(-13) ?? null

/** A month of a control chart, with the interval of its value where it has one. */
export type PointSerie = LigneSerie & { readonly ic_bas?: number | null; readonly ic_haut?: number | null }

/** Values of one indicator of a guichet, month by month, with what control charts say of them. */
export interface SerieIndicateur {
  readonly indicateur: string
  /** 25 months at most, from the oldest; mean and limits null until they are stored. */
  readonly points: readonly PointSerie[]
}
