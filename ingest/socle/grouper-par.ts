/** Rows by key, in the order in which each is first met; those without are left out. */
export const grouperPar = <Ligne, Cle>(
  lignes: Iterable<Ligne>,
  cleDe: (ligne: Ligne) => Cle | null | undefined,
): Map<Cle, Ligne[]> => {
  const groupes = new Map<Cle, Ligne[]>()
  for (const ligne of lignes) {
    const cle = cleDe(ligne)
    if (cle === null || cle === undefined) continue
    const groupe = groupes.get(cle)
    if (groupe === undefined) groupes.set(cle, [ligne])
    else groupe.push(ligne)
  }
  return groupes
}
