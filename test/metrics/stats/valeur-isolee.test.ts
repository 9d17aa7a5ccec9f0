import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enMois, moisPlus } from '../../../ingest/socle/jour.ts'
import { serie } from '../../../metrics/stats/serie.ts'
import { ecarterLimitesTirees, valeurIsolee } from '../../../metrics/stats/valeur-isolee.ts'

const points = (valeurs: readonly (number | null)[]) =>
  serie(
    valeurs.map((valeur, i) => ({ mois: moisPlus(enMois('2025-01'), i), valeur, n: 2, en_cours: false })),
    'jours',
  )

/** Median delays of a guichet that registers one to nine demandes a month, one of them lodged half a year before. */
const UN_DEPOT_ANCIEN = [0.5, 1, 1, 1, 1, 0.5, 0, 0, 2, 0, 0.5, 1, 0, 0, 2, 183, 1, 0, 0.5, 0.5, 2.5, 1, 1, 2]

describe('Une valeur isolée', () => {
  it('qui tire la moyenne hors de tous les autres mois est trouvée, et la carte n’a ni limite ni signal', () => {
    const lus = points(UN_DEPOT_ANCIEN)
    const dehors = lus.filter(({ valeur, limite_basse, limite_haute }) =>
      [limite_basse, limite_haute].every((l) => l !== null) && valeur !== null
        ? valeur < (limite_basse ?? 0) || valeur > (limite_haute ?? 0)
        : false,
    )
    expect(dehors).toHaveLength(24)
    expect(valeurIsolee(lus)?.valeur).toBe(183)
    const dessinee = ecarterLimitesTirees(lus)
    expect(new Set(dessinee.flatMap((p) => [p.limite_basse, p.limite_haute, p.signal]))).toEqual(new Set([null]))
    expect(dessinee.map(({ valeur }) => valeur)).toEqual(UN_DEPOT_ANCIEN)
    expect(dessinee.filter(({ isolee }) => isolee).map(({ valeur }) => valeur)).toEqual([183])
  })

  it.each([
    ['un changement qui dure', [20, 21, 20, 22, 21, 20, 20, 21, 3, 2, 3, 2, 3, 3, 2, 3]],
    ['un mois haut parmi d’autres qui varient', [8, 3, 9, 4, 10, 2, 7, 30, 5, 9, 3, 8]],
    ['des mois égaux', [3, 3, 3, 3, 3, 3]],
    ['deux mois', [0, 100]],
    ['aucun mois', []],
  ])('%s n’en est pas une', (_, valeurs) => {
    const lus = points(valeurs)
    expect(valeurIsolee(lus)).toBeNull()
    expect(ecarterLimitesTirees(lus)).toBe(lus)
  })

  it('les mois absents ne changent rien', () => {
    expect(valeurIsolee(points(UN_DEPOT_ANCIEN.flatMap((v, i) => (i === 8 ? [null, v] : [v]))))?.valeur).toBe(183)
  })

  it('une carte dont la plupart des mois tiennent dans ses limites les garde', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 60, noNaN: true }), { minLength: 3, maxLength: 30 }), (valeurs) => {
        const lus = points(valeurs)
        const dedans = lus.filter(
          ({ valeur, limite_basse, limite_haute }) =>
            limite_basse !== null &&
            limite_haute !== null &&
            Number(valeur) >= limite_basse &&
            Number(valeur) <= limite_haute,
        )
        fc.pre(2 * dedans.length >= lus.length)
        expect(ecarterLimitesTirees(lus)).toBe(lus)
      }),
    )
  })
})
