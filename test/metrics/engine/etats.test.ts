import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { etatDe } from '../../../metrics/engine/juger.ts'
import type { Mesure } from '../../../metrics/engine/ligne.ts'
import type { Statut } from '../../../metrics/resultat.ts'
import { juger, NORMES, part, seul } from './etats.ts'

const etats = (mesures: readonly Mesure[], normes = NORMES): Record<string, Statut | null> =>
  Object.fromEntries(juger(mesures, normes, enJour('2026-10-01')).map((l) => [l.entite, l.statut]))

describe('l’état d’une part', () => {
  it.each<[string, number, number, Statut]>([
    ['un de moins que l’effectif minimum', 20, 29, 'NON_SIGNIFICATIF'],
    ['l’effectif minimum', 20, 30, 'ALERTE'],
    ['un de plus que l’effectif minimum', 20, 31, 'ALERTE'],
    ['aucun effectif', 0, 0, 'NON_SIGNIFICATIF'],
    ['deux demandes, toutes deux fautives', 2, 2, 'NON_SIGNIFICATIF'],
    ['une valeur égale au seuil', 3, 100, 'NORMAL'],
    ['une valeur juste au-dessus du seuil', 4, 100, 'SURVEILLANCE'],
    ['une valeur juste au-dessous du seuil', 2, 100, 'NORMAL'],
    // Wilson 95 %: 7 of 100 is 3.43 to 13.75; 6 of 100 is 2.78 to 12.48.
    ['un intervalle tout entier au-dessus du seuil', 7, 100, 'ALERTE'],
    ['un intervalle qui touche le seuil', 6, 100, 'SURVEILLANCE'],
    ['aucun cas', 0, 100, 'NORMAL'],
    ['tous les cas', 100, 100, 'ALERTE'],
  ])('%s : %i sur %i', (_, numerateur, denominateur, statut) => {
    expect(seul(part('a', numerateur, denominateur))?.statut).toBe(statut)
  })

  it('l’intervalle se coupe à 0 et à 1', () => {
    expect(seul(part('a', 0, 40))).toMatchObject({ ic_bas: 0 })
    expect(seul(part('a', 40, 40))).toMatchObject({ ic_haut: 1 })
  })

  it('sans seuil, conforme', () => {
    expect(seul(part('a', 90, 100, { indicateur: 'rfr_absent' }))?.statut).toBe('NORMAL')
  })

  it('par les pairs seuls : l’écart dépasse 3,09 quand l’intervalle touche encore le seuil', () => {
    const pairs = Array.from({ length: 12 }, (_, i) => part(`p${i}`, 2, 200))
    const lignes = juger(
      [...pairs, part('a', 12, 220)],
      { ...NORMES, forcages: { objectif: null, seuil: 0.035, minimum: 30 } },
      enJour('2026-10-01'),
    )
    const a = lignes.find(({ entite }) => entite === 'a')
    expect(a?.ic_bas).toBeLessThan(0.035)
    expect(a?.z_ajuste).toBeGreaterThan(3.090232306167813)
    expect([a?.statut, a?.atypique]).toEqual(['ALERTE', true])
  })

  it('atypique parmi ses pairs, mais sous le seuil : conforme', () => {
    const pairs = Array.from({ length: 12 }, (_, i) => part(`p${i}`, 2, 2000))
    const lignes = juger([...pairs, part('a', 50, 2500)], NORMES, enJour('2026-10-01'))
    const a = lignes.find(({ entite }) => entite === 'a')
    expect([a?.statut, a?.atypique]).toEqual(['NORMAL', true])
  })

  it('cinq mille demandes à 2,1 % quand les pairs sont à 2,0 % et le seuil à 5 % : conforme', () => {
    const pairs = Array.from({ length: 20 }, (_, i) => part(`p${i}`, 20, 1000))
    const normes = { ...NORMES, forcages: { objectif: null, seuil: 0.05, minimum: 30 } }
    expect(etats([...pairs, part('a', 105, 5000)], normes).a).toBe('NORMAL')
  })

  it('moins de trois pairs : pas d’écart aux pairs, et l’intervalle juge seul', () => {
    const lignes = juger([part('a', 40, 100), part('b', 1, 100)], NORMES, enJour('2026-10-01'))
    expect(lignes.map(({ z_ajuste, atypique, statut }) => [z_ajuste, atypique, statut])).toEqual([
      [null, false, 'ALERTE'],
      [null, false, 'NORMAL'],
    ])
  })

  it('une entité sans effectif n’est pas un pair : deux autres et elle ne font pas trois', () => {
    const lignes = juger([part('a', 40, 100), part('b', 1, 100), part('c', 0, 0)], NORMES, enJour('2026-10-01'))
    expect(lignes.map(({ z_ajuste }) => z_ajuste)).toEqual([null, null, null])
  })

  it('les pairs sont de même niveau, de même catégorie et de même indicateur', () => {
    const lignes = juger(
      [
        part('a', 1, 100),
        part('b', 3, 100),
        part('s', 5, 100, { niveau: 'SERVICE' }),
        part('t', 7, 100, { niveau: 'SERVICE' }),
        part('e', 20, 100, { categorie: 'EPCI' }),
        part('a', 60, 100, { indicateur: 'rfr_absent' }),
        part('k', 90, 100, { niveau: 'CATEGORIE' }),
      ],
      NORMES,
      enJour('2026-10-01'),
    )
    expect(lignes.map(({ reference }) => reference)).toEqual([0.02, 0.02, 0.06, 0.06, 0.2, 0.6, null])
  })

  it.each<[string, number, number, number, Statut]>([
    ['l’écart aux pairs égal à 3,09', 0.04, 0.02, 3.090232306167813, 'SURVEILLANCE'],
    ['l’écart juste au-dessus', 0.04, 0.02, 3.0903, 'ALERTE'],
    ['l’écart au-dessus, la valeur égale au seuil', 0.03, 0.02, 9, 'NORMAL'],
    ['le bas de l’intervalle égal au seuil', 0.04, 0.03, 0, 'SURVEILLANCE'],
  ])('%s', (_, valeur, ic_bas, z_ajuste, statut) => {
    const figure = { unite: 'part', exclusion: null, denominateur: 100, valeur, ic_bas, z_ajuste } as const
    expect(etatDe(figure, { objectif: null, seuil: 0.03, minimum: 30 })).toBe(statut)
  })

  it('deux demandes ne font jamais une alerte, quels que soient les pairs et le seuil', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 }),
        fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 50, max: 500 })), { maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, pairs, seuil) => {
          const normes = { ...NORMES, forcages: { objectif: null, seuil, minimum: 30 } }
          const mesures = pairs.map(([k, n], i) => part(`p${i}`, Math.min(k, n), n))
          expect(etats([...mesures, part('a', x, 2)], normes).a).toBe('NON_SIGNIFICATIF')
        },
      ),
    )
  })

  it('une alerte dépasse toujours le seuil, et l’état ne baisse pas quand les cas augmentent', () => {
    const rang: readonly (Statut | null | undefined)[] = ['NORMAL', 'SURVEILLANCE', 'ALERTE']
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 2000 }), fc.double({ min: 0.001, max: 0.9, noNaN: true }), (n, seuil) => {
        const normes = { ...NORMES, forcages: { objectif: null, seuil, minimum: 30 } }
        const suite = [0, 0.1, 0.3, 0.6, 1].map((p) => seul(part('a', Math.round(n * p), n), normes))
        for (const l of suite) if (l?.statut === 'ALERTE') expect(l.valeur).toBeGreaterThan(seuil)
        const rangs = suite.map((l) => rang.indexOf(l?.statut))
        expect(rangs).toEqual(rangs.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('l’état d’un délai', () => {
  const jours = { unite: 'jours', exclusion: null, z_ajuste: 9 } as const
  it.each<[string, number, number, number | null, Statut]>([
    ['médiane égale au seuil', 100, 8, 7, 'NORMAL'],
    ['médiane au-dessus, intervalle qui touche le seuil', 100, 9, 8, 'SURVEILLANCE'],
    ['intervalle au-dessus du seuil', 100, 12, 8.5, 'ALERTE'],
    ['sans intervalle', 100, 12, null, 'SURVEILLANCE'],
    ['effectif trop faible', 29, 12, 10, 'NON_SIGNIFICATIF'],
  ])('%s', (_, denominateur, valeur, ic_bas, statut) => {
    expect(etatDe({ ...jours, denominateur, valeur, ic_bas }, { objectif: 0, seuil: 8, minimum: 30 })).toBe(statut)
  })
})
