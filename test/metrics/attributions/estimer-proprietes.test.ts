import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { estimer } from '../../../metrics/attributions/estimer.ts'
import type { Saisie } from '../../../metrics/attributions/saisie.ts'
import { DOUZE, FENETRE, FIN, regulieres, saisie, vuesLe } from './saisies.ts'

const tableaux = fc.array(
  fc.record({
    mois: fc.constantFrom(...DOUZE),
    jour: fc.integer({ min: 1, max: 28 }),
    delai: fc.integer({ min: -3, max: 200 }),
    n: fc.integer({ min: 1, max: 20 }),
    guichet: fc.constantFrom('AAAAA', 'BBBBB', null),
  }),
  { maxLength: 120 },
)

const enSaisies = (
  lignes: readonly { mois: string; jour: number; delai: number; n: number; guichet: string | null }[],
) =>
  vuesLe(
    enJour(FIN),
    lignes.map(({ mois, jour, delai, n, guichet }) =>
      saisie(enJour(`${mois}-${String(jour).padStart(2, '0')}`), delai, n, guichet),
    ),
  )

describe('quelles que soient les saisies', () => {
  it('on n’attend jamais moins que ce qui est saisi, et l’intervalle contient l’attendu ou presque', () => {
    fc.assert(
      fc.property(tableaux, (lignes) => {
        for (const e of estimer(enSaisies(lignes), FENETRE).estimations) {
          expect(e.estimees ?? e.enregistrees).toBeGreaterThanOrEqual(e.enregistrees)
          expect(e.ic_bas ?? e.enregistrees).toBeGreaterThanOrEqual(e.enregistrees)
          expect(e.ic_haut ?? 0).toBeGreaterThanOrEqual(e.ic_bas ?? 0)
          expect(e.part_enregistree ?? 0).toBeLessThanOrEqual(1)
          expect(e.estimees === null).toBe((e.part_enregistree ?? 0) < 0.25)
          expect([e.ic_bas === null, e.ic_haut === null]).toEqual([e.estimees === null, e.estimees === null])
          if ((e.part_enregistree ?? 0) < 0.95) expect(e.provisoire).toBe(true)
          if (e.provisoire && e.estimees !== null) expect((e.ic_haut ?? 0) - (e.ic_bas ?? 0)).toBeGreaterThan(0.5)
          for (const valeur of [e.estimees, e.ic_bas, e.ic_haut, e.chaine])
            if (valeur !== null) expect(Number.isFinite(valeur)).toBe(true)
        }
      }),
    )
  })

  it('l’ordre des lignes, et une ligne coupée en deux, ne changent rien', () => {
    fc.assert(
      fc.property(tableaux, (lignes) => {
        const saisies = enSaisies(lignes)
        const coupees = saisies.toReversed().flatMap((ligne): Saisie[] =>
          ligne.n > 1
            ? [
                { ...ligne, n: 1 },
                { ...ligne, n: ligne.n - 1 },
              ]
            : [ligne],
        )
        const [a, b] = [estimer(saisies, FENETRE).estimations, estimer(coupees, FENETRE).estimations]
        for (const [i, e] of a.entries()) {
          expect(b[i]?.enregistrees).toBe(e.enregistrees)
          expect(b[i]?.ic_haut ?? -1).toBeCloseTo(e.ic_haut ?? -1, 6)
          expect(b[i]?.part_enregistree ?? -1).toBeCloseTo(e.part_enregistree ?? -1, 9)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('d’autant de fois plus d’attributions, la part saisie ne bouge guère', () => {
    const saisies = vuesLe(enJour(FIN), regulieres(DOUZE, [2, 9, 25, 50]))
    const [un, dix] = [1, 10].map((k) =>
      estimer(
        saisies.map((ligne) => ({ ...ligne, n: ligne.n * k })),
        FENETRE,
      ).estimations.map((e) => e.part_enregistree ?? 0),
    )
    for (const [i, part] of (un ?? []).entries()) expect(Math.abs(part - (dix?.[i] ?? 0))).toBeLessThan(0.02)
  })

  it('sans retard, rien n’est corrigé', () => {
    const saisies = vuesLe(enJour(FIN), regulieres(DOUZE, [0, 0, 0]))
    for (const e of estimer(saisies, FENETRE).estimations)
      expect(e).toMatchObject({ part_enregistree: 1, estimees: e.enregistrees, provisoire: false })
  })
})
