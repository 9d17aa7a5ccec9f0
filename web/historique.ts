import type { Mois } from '../ingest/socle/jour.ts'
import type { Niveau } from '../metrics/resultat.ts'

/** Monthly values of one entity and indicator, one for each month of the `Historique` that holds it. */
export interface SerieMensuelle {
  readonly niveau: Niveau
  readonly entite: string
  readonly indicateur: string
  readonly valeurs: readonly (number | null)[]
}

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
