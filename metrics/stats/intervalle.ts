/** Both ends of an interval, each included, in the unit of what it bounds. */
export interface Intervalle {
  readonly bas: number
  readonly haut: number
}

/** Standard normal quantile at 0.975: intervals and limits « à 95 % », both sides. */
export const Z_95 = 1.959963984540054

/** Standard normal quantile at 0.999: limits « à 99,8 % », both sides. */
export const Z_998 = 3.090232306167813

/** `x` brought back between `bas` and `haut`. */
export const clip = (x: number, bas: number, haut: number): number => Math.min(haut, Math.max(bas, x))

/** An interval of shares brought back to what a share can be. */
export const clipShare = ({ bas, haut }: Intervalle): Intervalle => ({ bas: clip(bas, 0, 1), haut: clip(haut, 0, 1) })
