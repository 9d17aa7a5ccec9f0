export const part = (n: number, total: number): string =>
  total === 0 ? '–' : `${((100 * n) / total).toFixed(1).replace('.', ',')} %`

/** A table in Markdown, its title line first. */
export const tableau = (titres: readonly string[], lignes: readonly (readonly (string | number)[])[]): string =>
  [titres, titres.map(() => '---'), ...lignes].map((cellules) => `| ${cellules.join(' | ')} |`).join('\n')

/** The value that a share of them does not exceed; none for none. */
export const quantile = (valeurs: readonly number[], q: number): number | null =>
  valeurs.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(q * valeurs.length) - 1)] ?? null

/** Rows by key, in the order in which keys are met. */
export const grouper = <T>(lignes: readonly T[], cleDe: (ligne: T) => string): Map<string, T[]> => {
  const groupes = new Map<string, T[]>()
  for (const ligne of lignes) {
    const groupe = groupes.get(cleDe(ligne))
    if (groupe === undefined) groupes.set(cleDe(ligne), [ligne])
    else groupe.push(ligne)
  }
  return groupes
}
