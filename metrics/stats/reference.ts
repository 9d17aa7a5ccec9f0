/** Counts behind a share: `numerateur` in [0, `denominateur`], both whole numbers but where a test's source has parts. */
export interface Part {
  readonly numerateur: number
  readonly denominateur: number
}

/**
 * p0, the peers' share taken together: Σ numerateur / Σ denominateur, so that each demande weighs the same.
 * A fraction in [0, 1]. Null when the denominators add up to 0.
 */
export const reference = (parts: readonly Part[]): number | null => {
  let numerateur = 0
  let denominateur = 0
  for (const part of parts) {
    numerateur += part.numerateur
    denominateur += part.denominateur
  }
  return denominateur > 0 ? numerateur / denominateur : null
}
