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
  it.skipIf(SANS_VECTEURS)(titre('retrouve à 1e-6 les paramètres qui ont produit les vecteurs publiés'), () => {
    const vecteurs = lire('known_params_comparison_vectors.csv').map((ligne) =>
      ['gamma_col_1', 'gamma_col_2', 'gamma_col_3'].map((colonne) => Number(ligne(colonne))),
    )
    const { classes, lois } = estimer(
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
})
