import type { Jour } from '../../ingest/socle/jour.ts'
import { decoupage } from './decoupage.ts'

/**
 * What the households of an EPCI's first quartile live on at most: resources of a year, in euros, a unit of consumption,
 * as the State publishes it (CCH L441-1). In force from its day until the next one's.
 */
export interface SeuilDeRessources {
  /** SIREN of the EPCI. */
  readonly epci: string
  readonly euros: number
  readonly depuis: Jour
}

/** The threshold of a commune between two days, the second excluded; null for one that nothing has replaced. */
export interface SeuilDeCommune {
  readonly commune: string
  readonly euros: number
  readonly depuis: Jour
  readonly jusqua: Jour | null
}

/** Whether a threshold was in force by a day: without one, nothing can be classed. */
export const aUnSeuil = (seuils: readonly SeuilDeRessources[], jour: Jour): boolean =>
  seuils.some(({ depuis }) => depuis <= jour)

/** Thresholds by commune; of two typed for one day, the last typed counts. */
export const seuilsDesCommunes = (
  seuils: readonly SeuilDeRessources[],
  communes: readonly string[],
): readonly SeuilDeCommune[] => {
  const { epciDe } = decoupage()
  return communes.flatMap((commune) => {
    const epci = epciDe(commune)
    const siens = new Map(seuils.flatMap((seuil) => (seuil.epci === epci ? [[seuil.depuis, seuil.euros]] : [])))
    const dates = [...siens].sort(([a], [b]) => (a < b ? -1 : 1))
    return dates.map(([depuis, euros], i) => ({ commune, euros, depuis, jusqua: dates[i + 1]?.[0] ?? null }))
  })
}
