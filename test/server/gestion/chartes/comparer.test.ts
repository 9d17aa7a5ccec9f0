import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARTICLES_PAR_DEFAUT } from '../../../../server/gestion/chartes/par-defaut.ts'
import type { Article } from '../../../../web/chartes.ts'
import { comparerArticles } from '../../../../web/modeles/chartes.ts'

const article = (titre: string, texte = titre): Article => ({ titre, texte, indicateurs: [] })
const dire = (avant: readonly Article[], apres: readonly Article[]) =>
  comparerArticles(avant, apres).map((c) => [c.sorte, c.avant?.numero ?? null, c.apres?.numero ?? null])

describe('d’une version de charte à l’autre', () => {
  it('dit ce qui est ajouté, ôté, changé ou renuméroté, article par article', () => {
    const [a, b, c] = [article('A'), article('B'), article('C')]
    expect(dire([a, b, c], [a, b, c]).map(([sorte]) => sorte)).toEqual(['PAREIL', 'PAREIL', 'PAREIL'])
    expect(dire([a, b], [a, article('B', 'autre'), c])).toEqual([
      ['PAREIL', 1, 1],
      ['CHANGE', 2, 2],
      ['AJOUTE', null, 3],
    ])
    expect(dire([a, b, c], [a, c])).toEqual([
      ['PAREIL', 1, 1],
      ['DEPLACE', 3, 2],
      ['OTE', 2, null],
    ])
    // A new title over the same text is the same article.
    expect(dire([a], [article('Z', 'A')])).toEqual([['CHANGE', 1, 1]])
  })

  it('compte chaque article de chaque version une fois et une seule', () => {
    const articles = fc.array(
      fc.constantFrom('A', 'B', 'C', 'D').map((titre) => article(titre)),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(articles, articles, (avant, apres) => {
        const compares = comparerArticles(avant, apres)
        const numeros = (cote: 'avant' | 'apres') =>
          compares.flatMap((un) => un[cote]?.numero ?? []).toSorted((x, y) => x - y)
        expect(numeros('avant')).toEqual(avant.map((_, i) => i + 1))
        expect(numeros('apres')).toEqual(apres.map((_, i) => i + 1))
      }),
    )
  })

  it('commence par un texte qui se dit à compléter, article par article', () => {
    for (const articles of Object.values(ARTICLES_PAR_DEFAUT))
      for (const { texte } of articles) expect(texte).toContain('À compléter')
  })
})
