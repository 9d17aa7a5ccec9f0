import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allouer,
  estProportionnelle,
  type Partage,
  type Strate,
  tailleDuMinimum,
} from '../../../metrics/stats/allocation.ts'

const strates = (...effectifs: readonly number[]): Strate[] =>
  effectifs.map((effectif, i) => ({ code: String.fromCharCode(65 + i), effectif }))

const partage = (reste: Partial<Partage>): Partage => ({
  taille: 10,
  repartition: 'PROPORTIONNELLE',
  minimum: 0,
  ...reste,
})

const dire = (population: readonly Strate[], reste: Partial<Partage>): string =>
  [...allouer(population, partage(reste))]
    .toSorted()
    .map(([code, n]) => `${code}${n}`)
    .join(' ')

describe('la répartition d’un échantillon entre les strates', () => {
  it('proportionnelle suit le plus fort reste', () => {
    // 10 × 47/100 = 4,7 ; 1,6 ; 1,58 ; 1,2 ; 0,61 ; 0,31: the floors make 7, the three greatest remainders have one more.
    expect(dire(strates(4700, 1600, 1580, 1200, 610, 310), {})).toBe('A5 B2 C1 D1 E1 F0')
  })

  it('à restes égaux suit l’ordre des codes', () => {
    expect(dire(strates(1, 1, 1), { taille: 2 })).toBe('A1 B1 C0')
    expect(dire(strates(1, 1, 1).toReversed(), { taille: 2 })).toBe('A1 B1 C0')
    // One and a half each.
    expect(dire(strates(10, 10), { taille: 3 })).toBe('A2 B1')
  })

  it('égale donne autant à chacune, une strate plus petite étant prise en entier', () => {
    expect(dire(strates(1000, 1000, 1000), { repartition: 'EGALE', taille: 30 })).toBe('A10 B10 C10')
    expect(dire(strates(1000, 4, 1000), { repartition: 'EGALE', taille: 30 })).toBe('A13 B4 C13')
  })

  it('garde le minimum là où la strate l’a, et partage le reste', () => {
    expect(dire(strates(9000, 900, 100), { taille: 20, minimum: 3 })).toBe('A14 B3 C3')
    expect(dire(strates(9000, 900, 2), { taille: 20, minimum: 3 })).toBe('A15 B3 C2')
    expect(dire(strates(500, 500), { repartition: 'EGALE', taille: 8, minimum: 4 })).toBe('A4 B4')
  })

  it('prend tout quand il n’y a pas plus, et rien de ce qui est vide', () => {
    expect(dire(strates(3, 2), { taille: 30 })).toBe('A3 B2')
    expect(dire(strates(3, 0), { taille: 2 })).toBe('A2')
  })

  it('refuse une taille que les minimums dépassent, et dit laquelle il faudrait', () => {
    expect(() => allouer(strates(100, 100), partage({ taille: 9, minimum: 5 }))).toThrow(RangeError)
    expect(tailleDuMinimum(strates(100, 3), 5)).toBe(8)
  })

  const population = fc
    .array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 })
    .map((effectifs) => strates(...effectifs))
  const demande = fc.record({
    taille: fc.integer({ min: 1, max: 1000 }),
    repartition: fc.constantFrom('PROPORTIONNELLE' as const, 'EGALE' as const),
    minimum: fc.integer({ min: 0, max: 5 }),
  })

  it('a la taille pour somme, aucune strate au-dessus de ce qu’elle tient, et chaque minimum gardé', () => {
    fc.assert(
      fc.property(population, demande, (liste, voulu) => {
        const tout = liste.reduce((n, { effectif }) => n + effectif, 0)
        fc.pre(tailleDuMinimum(liste, voulu.minimum) <= Math.min(voulu.taille, tout))
        const allouees = allouer(liste, voulu)
        expect([...allouees.values()].reduce((n, un) => n + un, 0)).toBe(Math.min(voulu.taille, tout))
        for (const { code, effectif } of liste) {
          const n = allouees.get(code) ?? 0
          expect(n).toBeLessThanOrEqual(effectif)
          expect(n).toBeGreaterThanOrEqual(Math.min(voulu.minimum, effectif))
        }
      }),
    )
  })

  it('ne dépend pas de l’ordre des strates', () => {
    fc.assert(
      fc.property(
        population.chain((liste) =>
          fc.tuple(
            fc.constant(liste),
            fc.shuffledSubarray(liste, { minLength: liste.length, maxLength: liste.length }),
          ),
        ),
        demande,
        ([liste, melangee], voulu) => {
          fc.pre(
            tailleDuMinimum(liste, voulu.minimum) <=
              Math.min(
                voulu.taille,
                liste.reduce((n, { effectif }) => n + effectif, 0),
              ),
          )
          expect(new Map([...allouer(melangee, voulu)].toSorted())).toEqual(
            new Map([...allouer(liste, voulu)].toSorted()),
          )
        },
      ),
    )
  })

  it('proportionnelle et sans minimum, ne s’écarte pas d’une demande de la part exacte ; égale, elle s’en écarte', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 1, max: 1000 }), (liste, taille) => {
        const allouees = allouer(liste, partage({ taille }))
        return estProportionnelle(liste.map(({ code, effectif }) => ({ effectif, tirees: allouees.get(code) ?? 0 })))
      }),
    )
    expect(
      estProportionnelle([
        { effectif: 9000, tirees: 20 },
        { effectif: 1000, tirees: 20 },
      ]),
    ).toBe(false)
  })
})
