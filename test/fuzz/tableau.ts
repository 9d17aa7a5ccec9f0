import { memoireAuPlusHaut } from './mesurer.ts'

/** How many files of each kind came to what, and what the worst of them took. */
export interface Tableau {
  readonly noter: (sorte: string, issue: string, duree: number, rang: number) => void
  readonly rediger: () => string
}

export const creerTableau = (): Tableau => {
  const comptes = new Map<string, Map<string, number>>()
  let pire = { duree: 0, rang: 0, sorte: '' }
  let total = 0
  let somme = 0
  return {
    noter: (sorte, issue, duree, rang) => {
      const issues = comptes.get(sorte) ?? new Map<string, number>()
      issues.set(issue, (issues.get(issue) ?? 0) + 1)
      comptes.set(sorte, issues)
      total += 1
      somme += duree
      if (duree > pire.duree) pire = { duree, rang, sorte }
    },
    rediger: () => {
      const colonnes = [...new Set([...comptes.values()].flatMap((issues) => [...issues.keys()]))].sort()
      const lignes = [...comptes]
        .sort(([a], [b]) => a.localeCompare(b, 'fr'))
        .map(([sorte, issues]) => `| ${sorte} | ${colonnes.map((colonne) => issues.get(colonne) ?? 0).join(' | ')} |`)
      return [
        `| sorte | ${colonnes.join(' | ')} |`,
        `|---|${colonnes.map(() => '---|').join('')}`,
        ...lignes,
        '',
        `${total} fichiers, ${Math.round(somme / 1000)} s, ${(somme / Math.max(1, total)).toFixed(1)} ms l’un ; le plus long : ${Math.round(pire.duree)} ms (n° ${pire.rang}, ${pire.sorte}) ; mémoire au plus haut : ${memoireAuPlusHaut()} Mo.`,
      ].join('\n')
    },
  }
}
