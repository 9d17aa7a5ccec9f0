/** What an entity counts of a share in two months: the numerators and denominators of the former, then of the latter. */
export interface PartDeDeuxMois {
  readonly entite: string
  readonly avant: Compte
  readonly apres: Compte
}

interface Compte {
  readonly numerateur: number
  readonly denominateur: number
}

/** How much of the territory's change comes from an entity, in the share's own unit: a fraction, signed. */
export interface Contribution extends PartDeDeuxMois {
  /** What the change of its own rate makes. */
  readonly taux: number
  /** What the change of its weight makes: it counts for more, or for less, than it did. */
  readonly poids: number
  /** Both. */
  readonly total: number
}

/** A territory's change of a share between two months, told exactly by who makes it. */
export interface Decomposition {
  /** The territory's share in the former month, and in the latter. */
  readonly avant: number
  readonly apres: number
  /** They sum to `apres − avant`. From the largest in absolute value. */
  readonly contributions: readonly Contribution[]
}

const somme = (parts: readonly PartDeDeuxMois[], mois: 'avant' | 'apres', terme: keyof Compte): number =>
  parts.reduce((total, part) => total + part[mois][terme], 0)

const tauxDe = ({ numerateur, denominateur }: Compte): number | null =>
  denominateur === 0 ? null : numerateur / denominateur

/**
 * With w the weight of an entity in the denominator of a month, p its rate and p̄ the mean of the territory's two shares,
 * its contribution is ½(w₀ + w₁)(p₁ − p₀), its rate's, plus (½(p₀ + p₁) − p̄)(w₁ − w₀), its weight's. An entity without
 * denominator in one month takes the other's rate; in both, it contributes nothing and is left out. Null where the
 * territory has no denominator in one of the months: the two values are then all there is to tell.
 */
export const decomposer = (parts: readonly PartDeDeuxMois[]): Decomposition | null => {
  const [n0, n1] = [somme(parts, 'avant', 'denominateur'), somme(parts, 'apres', 'denominateur')]
  if (n0 === 0 || n1 === 0) return null
  const [avant, apres] = [somme(parts, 'avant', 'numerateur') / n0, somme(parts, 'apres', 'numerateur') / n1]
  const moyenne = (avant + apres) / 2
  const contributions = parts.flatMap((part) => {
    const [w0, w1] = [part.avant.denominateur / n0, part.apres.denominateur / n1]
    const p0 = tauxDe(part.avant) ?? tauxDe(part.apres)
    const p1 = tauxDe(part.apres) ?? p0
    if (p0 === null || p1 === null) return []
    const taux = ((w0 + w1) / 2) * (p1 - p0)
    const poids = ((p0 + p1) / 2 - moyenne) * (w1 - w0)
    return [{ ...part, taux, poids, total: taux + poids }]
  })
  return {
    avant,
    apres,
    contributions: contributions.toSorted(
      (a, b) => Math.abs(b.total) - Math.abs(a.total) || (a.entite < b.entite ? -1 : 1),
    ),
  }
}
