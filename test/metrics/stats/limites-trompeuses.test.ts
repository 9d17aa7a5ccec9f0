import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enMois, moisPlus } from '../../../ingest/socle/jour.ts'
import type { Unite } from '../../../ingest/socle/unite.ts'
import { ecarterLimitesTrompeuses, limitesTrompeuses } from '../../../metrics/stats/limites-trompeuses.ts'
import { serie } from '../../../metrics/stats/serie.ts'

const points = (valeurs: readonly (number | null)[], unite: Unite = 'jours', n = 40) =>
  serie(
    valeurs.map((valeur, i) => ({ mois: moisPlus(enMois('2025-01'), i), valeur, n, en_cours: false })),
    unite,
  )

const isolees = (valeurs: readonly (number | null)[], unite: Unite = 'jours', n = 40) =>
  limitesTrompeuses(points(valeurs, unite, n), unite)?.isolees.map(({ valeur }) => valeur) ?? null

const dehors = (lus: ReturnType<typeof points>) =>
  lus.filter(
    ({ valeur, limite_basse, limite_haute }) =>
      valeur !== null &&
      limite_basse !== null &&
      limite_haute !== null &&
      (valeur < limite_basse || valeur > limite_haute),
  )

/** Median delays of a guichet that registers one to nine demandes a month, one of them lodged half a year before. */
const UN_DEPOT_ANCIEN = [0.5, 1, 1, 1, 1, 0.5, 0, 0, 2, 0, 0.5, 1, 0, 0, 2, 183, 1, 0, 0.5, 0.5, 2.5, 1, 1, 2]
const DEUX_DEPOTS_ANCIENS = [2.5, 1.5, 2, 1, 0, 4, 0, 2, 0, 4, 6.5, 4, 200, 1, 5, 1, 0, 0, 2.5, 183, 1, 2.5]
/** Registrations of a small town hall, month by month. */
const PEU_D_ACTES = [1, 0, 3, 0, 0, 0, 0, 2, 1, 1, 1, 1, 1, 1, 4, 3, 3, 0, 1, 1, 2, 2, 3, 2]

describe('Des limites que trop de mois croisent', () => {
  it('parce qu’une valeur isolée tire la moyenne : elle est trouvée, la carte n’a ni limite ni signal', () => {
    const lus = points(UN_DEPOT_ANCIEN)
    expect(dehors(lus)).toHaveLength(24)
    const dessinee = ecarterLimitesTrompeuses(lus, 'jours')
    expect(new Set(dessinee.flatMap((p) => [p.limite_basse, p.limite_haute, p.signal]))).toEqual(new Set([null]))
    expect(dessinee.map(({ valeur }) => valeur)).toEqual(UN_DEPOT_ANCIEN)
    expect(dessinee.filter(({ isolee }) => isolee).map(({ valeur }) => valeur)).toEqual([183])
  })

  it('parce que deux le font', () => {
    expect(dehors(points(DEUX_DEPOTS_ANCIENS)).length).toBeGreaterThan(DEUX_DEPOTS_ANCIENS.length / 2)
    expect(isolees(DEUX_DEPOTS_ANCIENS)?.toSorted()).toEqual([183, 200])
  })

  it('parce qu’un nombre est trop petit : aucun mois n’en est la cause', () => {
    expect(dehors(points(PEU_D_ACTES, 'nombre'))).toHaveLength(11)
    expect(isolees(PEU_D_ACTES, 'nombre')).toEqual([])
    expect(isolees(PEU_D_ACTES, 'jours')).toBeNull()
  })

  it.each([
    ['jours', 4, []],
    ['jours', 5, null],
    ['part', 29, []],
    ['part', 31, null],
  ] as const)('parce qu’il y a trop peu de cas par mois, en %s, sur %i actes', (unite, n, attendu) => {
    expect(
      isolees(
        PEU_D_ACTES.map((v) => v / 8.25),
        unite,
        n,
      ),
    ).toEqual(attendu)
  })

  it.each([
    ['un changement qui dure', [20, 21, 20, 22, 21, 20, 20, 21, 3, 2, 3, 2, 3, 3, 2, 3]],
    ['trois mois de suite bien plus hauts', [2, 2.5, 2, 3, 2.5, 2, 3, 2, 2.5, 2, 3, 2, 40, 41, 40]],
    ['un mois haut parmi d’autres qui varient', [8, 3, 9, 4, 10, 2, 7, 30, 5, 9, 3, 8]],
    ['des mois égaux', [3, 3, 3, 3, 3, 3]],
    ['deux mois', [0, 100]],
    ['aucun mois', []],
  ])('%s : les limites restent', (_, valeurs) => {
    const lus = points(valeurs)
    expect(limitesTrompeuses(lus, 'jours')).toBeNull()
    expect(ecarterLimitesTrompeuses(lus, 'jours')).toBe(lus)
  })

  it('les mois absents ne changent rien', () => {
    expect(isolees(UN_DEPOT_ANCIEN.flatMap((v, i) => (i === 8 ? [null, v] : [v])))).toEqual([183])
  })

  it('une carte dont un quart des mois au plus les croise les garde', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 60, noNaN: true }), { minLength: 3, maxLength: 30 }), (valeurs) => {
        const lus = points(valeurs)
        fc.pre(4 * dehors(lus).length <= lus.length)
        expect(ecarterLimitesTrompeuses(lus, 'jours')).toBe(lus)
      }),
    )
  })
})
