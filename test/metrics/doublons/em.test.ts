import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimer, type Profils } from '../../../metrics/doublons/em.ts'
import { lire, SANS_VECTEURS, titre } from '../stats/vecteurs.ts'

const profilsDe = (vecteurs: readonly (readonly number[])[]): Profils => {
  const comptes = new Map<string, number>()
  for (const vecteur of vecteurs) comptes.set(vecteur.join(), (comptes.get(vecteur.join()) ?? 0) + 1)
  const distincts = [...comptes.keys()].toSorted()
  return {
    colonnes: 3,
    niveaux: Int8Array.from(distincts.flatMap((cle) => cle.split(',').map(Number))),
    effectifs: Float64Array.from(distincts, (cle) => comptes.get(cle) ?? 0),
  }
}

const trois = (accord: number) => [1, 2, 3].map(() => [1 - accord, accord])

describe('l’estimation', () => {
  it.skipIf(SANS_VECTEURS)(titre('retrouve à 1e-6 les paramètres qui ont produit les vecteurs publiés'), async () => {
    const vecteurs = lire('known_params_comparison_vectors.csv').map((ligne) =>
      ['gamma_col_1', 'gamma_col_2', 'gamma_col_3'].map((colonne) => Number(ligne(colonne))),
    )
    const { classes, lois } = await estimer(
      profilsDe(vecteurs),
      {
        classes: [
          { nom: 'doublon', poids: 0.3, lois: ['m', 'm', 'm'] },
          { nom: 'hasard', poids: 0.7, lois: ['u', 'u', 'u'] },
        ],
        lois: { m: { valeurs: trois(0.7), apprise: true }, u: { valeurs: trois(0.2), apprise: true } },
      },
      { iterations: 20_000, tolerance: 1e-14 },
    )
    expect(classes[0]?.poids).toBeCloseTo(0.5, 6)
    for (const [c, attendu] of [0.7, 0.9, 0.95].entries()) expect(lois.m.valeurs[c]?.[1]).toBeCloseTo(attendu, 6)
    for (const [c, attendu] of [0.1, 0.025, 0.2].entries()) expect(lois.u.valeurs[c]?.[1]).toBeCloseTo(attendu, 6)
  })

  const profils = fc.array(
    fc.record({
      niveaux: fc.tuple(
        fc.integer({ min: -1, max: 1 }),
        fc.integer({ min: -1, max: 1 }),
        fc.integer({ min: -1, max: 1 }),
      ),
      effectif: fc.integer({ min: 1, max: 1000 }),
    }),
    { minLength: 1, maxLength: 27 },
  )
  const enProfils = (lignes: readonly { niveaux: readonly number[]; effectif: number }[]): Profils => ({
    colonnes: 3,
    niveaux: Int8Array.from(lignes.flatMap(({ niveaux }) => niveaux)),
    effectifs: Float64Array.from(lignes, ({ effectif }) => effectif),
  })
  const depart = {
    classes: [
      { nom: 'doublon', poids: 0.2, lois: ['m', 'm', 'm'] as const },
      { nom: 'hasard', poids: 0.8, lois: ['u', 'u', 'u'] as const },
    ],
    lois: { m: { valeurs: trois(0.8), apprise: true }, u: { valeurs: trois(0.1), apprise: true } },
  }
  /** Logarithm of the likelihood of profiles, by the plain formula. */
  const vraisemblance = (p: Profils, { classes, lois }: Awaited<ReturnType<typeof estimer<'m' | 'u'>>>): number => {
    let total = 0
    for (const [i, effectif] of p.effectifs.entries()) {
      const somme = classes.reduce((s, classe) => {
        const produit = classe.lois.reduce((v, loi, c) => {
          const niveau = p.niveaux[3 * i + c] ?? -1
          return niveau < 0 ? v : v * (lois[loi].valeurs[c]?.[niveau] ?? 0)
        }, 1)
        return s + classe.poids * produit
      }, 0)
      total += effectif * Math.log(somme)
    }
    return total
  }

  it('ne rend jamais les données moins vraisemblables, tour après tour', async () => {
    await fc.assert(
      fc.asyncProperty(profils, fc.integer({ min: 1, max: 30 }), async (lignes, tours) => {
        const p = enProfils(lignes)
        const avant = vraisemblance(p, await estimer(p, depart, { iterations: tours }))
        const apres = vraisemblance(p, await estimer(p, depart, { iterations: tours + 1 }))
        return apres >= avant - 1e-6 * Math.abs(avant) - 1e-9
      }),
    )
  })

  it('donne des lois et des poids qui somment à un', async () => {
    await fc.assert(
      fc.asyncProperty(profils, async (lignes) => {
        const { classes, lois } = await estimer(enProfils(lignes), depart, { iterations: 20 })
        const sommes = [lois.m, lois.u].flatMap(({ valeurs }) => valeurs.map((v) => v.reduce((a, b) => a + b, 0)))
        const poids = classes.reduce((s, { poids: un }) => s + un, 0)
        return [...sommes, poids].every((somme) => Math.abs(somme - 1) < 1e-9)
      }),
    )
  })
})
