import type { Mois } from '../ingest/socle/jour.ts'
import type { SerieMensuelle } from '../metrics/historique.ts'
import type { Niveau } from '../metrics/resultat.ts'

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
