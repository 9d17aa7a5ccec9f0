import type { Article } from '../chartes.ts'

/** What became of an article from one version to the next. */
export const SORTES_DE_CHANGEMENT = {
  AJOUTE: 'Ajouté',
  OTE: 'Ôté',
  CHANGE: 'Changé',
  DEPLACE: 'Renuméroté',
  PAREIL: 'Inchangé',
} as const

export type SorteDeChangement = keyof typeof SORTES_DE_CHANGEMENT

/** An article beside what it was: its number in each version, null where one has it not. */
export interface ArticleCompare {
  readonly sorte: SorteDeChangement
  readonly avant: (Article & { readonly numero: number }) | null
  readonly apres: (Article & { readonly numero: number }) | null
}

const memeTexte = (a: Article, b: Article): boolean => a.titre === b.titre && a.texte === b.texte

/** Pairs by title, then by text among those left, then by number among those left. */
const apparier = (avant: readonly Article[], apres: readonly Article[]): ReadonlyMap<number, number> => {
  const paires = new Map<number, number>()
  const libres = new Set(avant.keys())
  const passes: readonly ((i: number, j: number) => boolean)[] = [
    (i, j) => avant[i]?.titre === apres[j]?.titre,
    (i, j) => avant[i]?.texte === apres[j]?.texte,
    (i, j) => i === j,
  ]
  for (const va of passes)
    for (const j of apres.keys()) {
      if (paires.has(j)) continue
      const i = [...libres].find((rang) => va(rang, j))
      if (i === undefined) continue
      paires.set(j, i)
      libres.delete(i)
    }
  return paires
}

/** What changed between two versions, article by article, in the order of the later; those taken away come last. */
export const comparerArticles = (avant: readonly Article[], apres: readonly Article[]): ArticleCompare[] => {
  const paires = apparier(avant, apres)
  const gardes = new Set(paires.values())
  const restes = apres.map((article, j): ArticleCompare => {
    const i = paires.get(j)
    const ancien = i === undefined ? undefined : avant[i]
    const nouveau = { ...article, numero: j + 1 }
    if (i === undefined || ancien === undefined) return { sorte: 'AJOUTE', avant: null, apres: nouveau }
    const sorte = !memeTexte(ancien, article) ? 'CHANGE' : i === j ? 'PAREIL' : 'DEPLACE'
    return { sorte, avant: { ...ancien, numero: i + 1 }, apres: nouveau }
  })
  const otes = avant.flatMap((article, i): ArticleCompare[] =>
    gardes.has(i) ? [] : [{ sorte: 'OTE', avant: { ...article, numero: i + 1 }, apres: null }],
  )
  return [...restes, ...otes]
}
