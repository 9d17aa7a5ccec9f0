/** Rows by guichet, in the order in which each is first met; those without are left out. */
export const parGuichet = <T extends { readonly guichet: string | null }>(lignes: readonly T[]): Map<string, T[]> => {
  const groupes = new Map<string, T[]>()
  for (const ligne of lignes) {
    if (ligne.guichet === null) continue
    const siennes = groupes.get(ligne.guichet)
    if (siennes) siennes.push(ligne)
    else groupes.set(ligne.guichet, [ligne])
  }
  return groupes
}
