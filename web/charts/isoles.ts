/** A value between two gaps, which no line reaches. */
export const estIsolee = (valeurs: readonly (number | null | undefined)[], i: number): boolean => {
  const absente = (j: number) => valeurs[j] === null || valeurs[j] === undefined
  return !absente(i) && absente(i - 1) && absente(i + 1)
}
