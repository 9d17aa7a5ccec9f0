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

/** What a year has changed, in the unit of the indicator; null where one of the two values is not known. */
export const surUnAn = (
  ligne: (Pick<SerieMensuelle, 'niveau' | 'entite' | 'indicateur'> & { readonly valeur: number | null }) | undefined,
  historique: Historique,
): number | null => {
  if (ligne === undefined || ligne.valeur === null) return null
  const avant = unAnAvant(findSerie(historique, ligne.niveau, ligne.entite, ligne.indicateur))
  return avant === null ? null : ligne.valeur - avant
}

/** A month of a control chart, with the interval of its value where it has one. */
export type PointSerie = LigneSerie & {
  readonly ic_bas?: number | null
  readonly ic_haut?: number | null
  /** False or true where the chart has no limits, for they would mislead: true on the months that make them so. */
  readonly isolee?: boolean
}

/** Values of one indicator of a guichet, month by month, with what control charts say of them. */
export interface SerieIndicateur {
  readonly indicateur: string
  /** 25 months at most, from the oldest; mean and limits null until they are stored. */
  readonly points: readonly PointSerie[]
}
