import { funnelLimits } from '../../metrics/stats/funnel.ts'
import { type Intervalle, Z_95, Z_998 } from '../../metrics/stats/intervalle.ts'
import { adjustedFunnelLimits, type Surdispersion } from '../../metrics/stats/overdispersion.ts'

export interface Limite {
  readonly n: number
  readonly bas95: number
  readonly haut95: number
  readonly bas998: number
  readonly haut998: number
  /** 99.8 % with what honest peers differ by; equal to the plain one where chance explains all. */
  readonly corrige: number
}

const NULLE: Intervalle = { bas: 0, haut: 1 }

/** Limits of a funnel from one demande to `max`, close together where they bend. */
export const limitesEntonnoir = (dispersion: Surdispersion, max: number, points = 56): Limite[] =>
  Array.from({ length: points }, (_, i) => {
    const n = Math.max(1, max * (i / (points - 1)) ** 2)
    const l95 = funnelLimits(dispersion.p0, n, Z_95) ?? NULLE
    const l998 = funnelLimits(dispersion.p0, n, Z_998) ?? NULLE
    const corrige = (adjustedFunnelLimits(dispersion, n, Z_998) ?? NULLE).haut
    return { n, bas95: l95.bas, haut95: l95.haut, bas998: l998.bas, haut998: l998.haut, corrige }
  })
