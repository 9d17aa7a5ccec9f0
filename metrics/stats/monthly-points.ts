import { type Mois, moisEntre } from '../../ingest/socle/jour.ts'
import type { Unite } from '../../ingest/socle/unite.ts'
import { deviations, laney, laneyLimits } from './laney.ts'
import { isNearlyConstant } from './moving-range.ts'
import type { Points } from './point.ts'
import { xmr } from './xmr.ts'

/** One entity's stored figure of a month. `n` is the denominator, null for counts; `valeur` null where there is none. */
export interface ValeurMensuelle {
  readonly mois: Mois
  readonly valeur: number | null
  readonly n: number | null
  /** The month is not over. */
  readonly en_cours: boolean
}

/** Denominator from which chance alone explains too little, and shares are drawn by Laney's p′. */
export const N_LANEY = 1000

/** In the order of the months, with a month without value wherever one is missing. */
export const fillGaps = (valeurs: readonly ValeurMensuelle[]): ValeurMensuelle[] => {
  const parMois = new Map(valeurs.map((v) => [v.mois, v]))
  const mois = [...parMois.keys()].sort()
  const [premier] = mois
  const dernier = mois.at(-1)
  if (premier === undefined || dernier === undefined) return []
  return moisEntre(premier, dernier).map((m) => parMois.get(m) ?? { mois: m, valeur: null, n: null, en_cours: false })
}

/** A month that makes the mean and the limits: over, and with a value. */
export const isBase = (v: ValeurMensuelle): boolean => v.valeur !== null && !v.en_cours

/**
 * Each month's value with the mean and limits it is held against: Laney's p′ for a share of which every n ≥ 1000,
 * else XmR. The month not over is held against the others' limits and makes none. Null for a month without value.
 * Values that hardly ever move have their mean and no limits. `figees` freezes the limits on that many first months: those
 * that follow are held against them and make none, so that a drift does not widen what it is judged by.
 */
export const monthlyPoints = (
  valeurs: readonly ValeurMensuelle[],
  unite: Unite,
  figees: number = Number.POSITIVE_INFINITY,
): Points => {
  const base = valeurs.map((v, i) => (isBase(v) && i < figees ? { valeur: v.valeur ?? 0, n: v.n ?? 0 } : null))
  if (unite === 'part' && base.every((v) => v === null || v.n >= N_LANEY)) {
    const parts = base.map((v) => v && { numerateur: v.valeur * v.n, denominateur: v.n })
    const carte = laney(parts)
    const constante = carte !== null && isNearlyConstant(deviations(parts, carte.moyenne))
    return valeurs.map(({ valeur, n }) =>
      valeur !== null && carte
        ? { valeur, moyenne: carte.moyenne, limites: n === null || constante ? null : laneyLimits(carte, n) }
        : null,
    )
  }
  const retenues = base.map((v) => v?.valeur ?? null)
  const carte = xmr(retenues)
  const limites = carte === null || isNearlyConstant(retenues) ? null : carte.limites
  return valeurs.map(({ valeur }) => (valeur !== null && carte ? { valeur, moyenne: carte.moyenne, limites } : null))
}
