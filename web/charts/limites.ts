import { funnelLimits } from '../../metrics/stats/funnel.ts'
import { type Intervalle, Z_95, Z_998 } from '../../metrics/stats/intervalle.ts'
import { adjustedFunnelLimits, type Surdispersion } from '../../metrics/stats/overdispersion.ts'

export interface Limite {
  readonly n: number
  readonly bas95: number
  readonly haut95: number
  readonly bas998: number
  readonly haut998: number
  /**
   * 99.8 % as figures are judged: where the adjusted z passes ±3.09, or the plain limit where that one is wider. A point
   * beyond is always one whose adjusted z says so; at a small n the plain limit can be the more cautious of the two.
   */
  readonly basCorrige: number
  readonly hautCorrige: number
}

const NULLE: Intervalle = { bas: 0, haut: 1 }

/** Limits of a funnel for n demandes. */
export const limiteEn = (dispersion: Surdispersion, n: number): Limite => {
  const l95 = funnelLimits(dispersion.p0, n, Z_95) ?? NULLE
  const l998 = funnelLimits(dispersion.p0, n, Z_998) ?? NULLE
  const ajustee = adjustedFunnelLimits(dispersion, n, Z_998) ?? NULLE
  return {
    n,
    bas95: l95.bas,
    haut95: l95.haut,
    bas998: l998.bas,
    haut998: l998.haut,
    basCorrige: Math.min(l998.bas, ajustee.bas),
    hautCorrige: Math.max(l998.haut, ajustee.haut),
  }
}

/** Limits of a funnel from one demande to `max`, close together where they bend. */
export const limitesEntonnoir = (dispersion: Surdispersion, max: number, points = 56): Limite[] =>
  Array.from({ length: points }, (_, i) => limiteEn(dispersion, Math.max(1, max * (i / (points - 1)) ** 2)))
