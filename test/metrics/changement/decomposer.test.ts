import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decomposer } from '../../../metrics/changement/decomposer.ts'
import { partsDe, SANS_ENTITE } from '../../../metrics/changement/parts.ts'
import type { LigneIndicateur, Niveau } from '../../../metrics/resultat.ts'

interface Compte {
  readonly numerateur: number
  readonly denominateur: number
}

const compte = (numerateur: number, denominateur: number): Compte => ({ numerateur, denominateur })

const ligne = (niveau: Niveau, entite: string, numerateur: number, denominateur: number): LigneIndicateur =>
  ({ niveau, entite, indicateur: 'forcages', numerateur, denominateur }) as LigneIndicateur

/** What an entity counts in a month: nothing, one time in four. */
const unCompte = fc.oneof(
  { weight: 1, arbitrary: fc.constant(compte(0, 0)) },
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 1, max: 50_000 })
      .chain((denominateur) => fc.nat({ max: denominateur }).map((numerateur) => compte(numerateur, denominateur))),
  },
)

describe('le changement d’une part du territoire', () => {
  it('se partage entre le taux et le poids de chacun, comme à la main', () => {
    // N₀ = 100, N₁ = 100. A: 2/50 → 6/50, its weight still one half: ½·(0.12 − 0.04) = 0.04, all of it rate.
    // B: 5/50 → 5/50, nothing. From 7 % to 11 %.
    const { avant, apres, contributions } = decomposer([
      { entite: 'A', avant: compte(2, 50), apres: compte(6, 50) },
      { entite: 'B', avant: compte(5, 50), apres: compte(5, 50) },
    ]) ?? { avant: 0, apres: 0, contributions: [] }
    expect([avant, apres]).toEqual([0.07, 0.11])
    expect(contributions.map(({ entite }) => entite)).toEqual(['A', 'B'])
    expect(contributions[0]?.taux).toBeCloseTo(0.04, 15)
    expect(contributions[0]?.poids).toBeCloseTo(0, 15)
    expect(contributions[1]?.total).toBeCloseTo(0, 15)
  })

  it('peut venir du poids seul : qui ne change pas de taux compte pour plus', () => {
    // A: 10 % of 50 → 10 % of 150; B: 0 % of 50 → 0 % of 50. From 5 % to 7.5 %, p̄ = 6.25 %, w_A from 0.5 to 0.75.
    const decomposition = decomposer([
      { entite: 'A', avant: compte(5, 50), apres: compte(15, 150) },
      { entite: 'B', avant: compte(0, 50), apres: compte(0, 50) },
    ])
    const [b, a] = decomposition?.contributions ?? []
    expect([b?.entite, a?.entite]).toEqual(['B', 'A'])
    expect(a?.taux).toBe(0)
    expect(a?.poids).toBeCloseTo((0.1 - 0.0625) * 0.25, 15)
    expect(b?.poids).toBeCloseTo((0 - 0.0625) * -0.25, 15)
  })

  it('a pour somme le changement, à 10⁻¹² près, sur mille mois tirés où des guichets paraissent, disparaissent et se vident', () => {
    const vus = { deuxFoisVides: 0, partages: 0 }
    fc.assert(
      fc.property(fc.array(fc.tuple(unCompte, unCompte), { minLength: 1, maxLength: 80 }), (comptes) => {
        const parts = comptes.map(([avant, apres], i) => ({ entite: `G${i}`, avant, apres }))
        const decomposition = decomposer(parts)
        const vide = (mois: 0 | 1) => comptes.every((c) => c[mois].denominateur === 0)
        if (decomposition === null) return vide(0) || vide(1)
        const sansRien = comptes.filter(([a, b]) => a.denominateur + b.denominateur === 0).length
        vus.partages += 1
        vus.deuxFoisVides += Math.min(1, sansRien)
        const total = decomposition.contributions.reduce((n, c) => n + c.total, 0)
        return (
          decomposition.contributions.length === comptes.length - sansRien &&
          Math.abs(total - (decomposition.apres - decomposition.avant)) <= 1e-12
        )
      }),
      { numRuns: 1000, seed: 20_261_201 },
    )
    expect([vus.partages > 900, vus.deuxFoisVides > 300]).toEqual([true, true])
  })

  it('l’a aussi depuis les lignes rangées de deux mois : absents d’un mois, sans dénominateur, ou d’aucun guichet', () => {
    const unMois = fc.record({
      guichets: fc.uniqueArray(fc.tuple(fc.nat({ max: 40 }), unCompte), { selector: ([g]) => g, maxLength: 40 }),
      sansGuichet: unCompte,
    })
    type UnMois = { guichets: readonly (readonly [number, Compte])[]; sansGuichet: Compte }
    const lignesDe = ({ guichets, sansGuichet }: UnMois) => {
      const tous = [...guichets.map(([, un]) => un), sansGuichet]
      const total = (terme: keyof Compte) => tous.reduce((n, un) => n + un[terme], 0)
      return [
        ...guichets.map(([g, un]) => ligne('GUICHET', `G${g}`, un.numerateur, un.denominateur)),
        ligne('TERRITOIRE', '013', total('numerateur'), total('denominateur')),
      ]
    }
    const part = (lignes: readonly LigneIndicateur[]) => {
      const territoire = lignes.find(({ niveau }) => niveau === 'TERRITOIRE')
      return (territoire?.numerateur ?? 0) / (territoire?.denominateur ?? 0)
    }
    let [paraissent, disparaissent, partages] = [0, 0, 0]
    fc.assert(
      fc.property(unMois, unMois, (avant, apres) => {
        const [jadis, maintenant] = [lignesDe(avant), lignesDe(apres)]
        const parts = partsDe(jadis, maintenant, 'forcages', ['GUICHET', 'SERVICE', 'TERRITOIRE'])
        const decomposition = decomposer(parts ?? [])
        const [p0, p1] = [part(jadis), part(maintenant)]
        if (decomposition === null) return Number.isNaN(p0) || Number.isNaN(p1)
        const [g0, g1] = [avant, apres].map(({ guichets }) => new Set(guichets.map(([g]) => g))) as [
          Set<number>,
          Set<number>,
        ]
        if ([...g1].some((g) => !g0.has(g))) paraissent += 1
        if ([...g0].some((g) => !g1.has(g))) disparaissent += 1
        partages += 1
        const total = decomposition.contributions.reduce((n, c) => n + c.total, 0)
        return Math.abs(total - (p1 - p0)) <= 1e-12
      }),
      { numRuns: 1000, seed: 20_261_201 },
    )
    expect([paraissent > 500, disparaissent > 500, partages > 900]).toEqual([true, true, true])
  })

  it('ne se partage pas quand un mois n’a rien compté', () => {
    expect(decomposer([{ entite: 'A', avant: compte(0, 0), apres: compte(1, 9) }])).toBeNull()
  })
})

describe('qui fait une part du territoire', () => {
  const mois = [ligne('GUICHET', 'A', 1, 10), ligne('GUICHET', 'B', 2, 20), ligne('TERRITOIRE', '013', 4, 35)]

  it('sont ses guichets, et ce que le territoire compte de plus qu’eux', () => {
    expect(partsDe(mois, mois, 'forcages', ['GUICHET', 'SERVICE', 'TERRITOIRE'])).toEqual([
      { entite: 'A', avant: compte(1, 10), apres: compte(1, 10) },
      { entite: 'B', avant: compte(2, 20), apres: compte(2, 20) },
      { entite: SANS_ENTITE, avant: compte(1, 5), apres: compte(1, 5) },
    ])
  })

  it('sont ses services quand les guichets n’ont pas l’indicateur, et personne quand le territoire seul l’a', () => {
    const baux = [ligne('SERVICE', 'S', 1, 2), ligne('TERRITOIRE', '013', 3, 5)]
    expect(partsDe(baux, baux, 'forcages', ['SERVICE', 'CATEGORIE', 'TERRITOIRE'])?.map((p) => p.avant)).toEqual([
      compte(1, 2),
      compte(2, 3),
    ])
    expect(partsDe(mois, mois, 'forcages', ['TERRITOIRE'])).toBeNull()
    expect(partsDe([], mois, 'forcages', ['GUICHET'])).toBeNull()
  })
})
