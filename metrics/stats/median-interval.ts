import { type Distribution, pool, sizeOf, valueAtRank } from './distribution.ts'
import type { Intervalle } from './intervalle.ts'

/** One in binary fixed point. Weights below it are under 2⁻¹²⁸ of the largest: nothing beside the margin said below. */
const UN = 1n << 128n

/** C(n, k) for k from n/2 down, as parts of the middle one. */
const halfOfBinomial = (n: number): bigint[] => {
  const poids: bigint[] = []
  let part = UN
  for (let k = Math.floor(n / 2); k >= 0 && part > 0n; k--) {
    poids.push(part)
    part = (part * BigInt(k)) / BigInt(n - k + 1)
  }
  return poids
}

/**
 * Ranks l and n − l + 1 between which the median of the population lies, at 95 % at least:
 * l is the smallest integer such that P(Bin(n, ½) ≤ l) ≥ 0.025.
 *
 * Ranks from 1 to n, `bas` + `haut` = n + 1. Null when l = 0, that is under 6 values.
 * Decided in integers, so that no rounding moves a rank: 40·ΣC(n, k) never equals 2ⁿ,
 * and up to a million values the probability at l, or just under, stays 1.1e-11 away from 0.025.
 *
 * Source: order statistics and the sign test; David & Nagaraja 2003, Order Statistics, 7.1.
 */
export const medianRanks = (n: number): Intervalle | null => {
  const poids = halfOfBinomial(n)
  const moitie = poids.reduce((somme, part) => somme + part, 0n)
  const total = n % 2 === 0 ? 2n * moitie - UN : 2n * moitie
  let cumul = 0n
  let l = Math.floor(n / 2) - poids.length
  for (const part of poids.toReversed()) {
    cumul += part
    l++
    if (40n * cumul >= total) break
  }
  return l > 0 ? { bas: l, haut: n - l + 1 } : null
}

/**
 * Interval of the median of a distribution: the values at the ranks of `medianRanks`, whatever their ties.
 * In the unit of the values; the sample's median lies inside. Null under 6 values.
 */
export const medianInterval = (distribution: Distribution): Intervalle | null => {
  const triee = pool(distribution)
  const rangs = medianRanks(sizeOf(triee))
  const bas = rangs && valueAtRank(triee, rangs.bas)
  const haut = rangs && valueAtRank(triee, rangs.haut)
  return bas === null || haut === null ? null : { bas, haut }
}
