import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { grouper, joursCharges } from '../../../metrics/attributions/lots.ts'
import { saisie } from './saisies.ts'

const le = (jour: string, n: number, guichet = 'AAAAA') => saisie(enJour(jour), 0, n, guichet)

describe('la saisie par lots', () => {
  it('le jour le plus chargé d’un trimestre, le premier de deux égaux', () => {
    expect(joursCharges([le('2026-01-05', 2), le('2026-02-03', 5), le('2026-03-31', 5), le('2026-04-01', 1)])).toEqual([
      { guichet: 'AAAAA', trimestre: '2026-T1', n: 12, jour: '2026-02-03', n_jour: 5 },
      { guichet: 'AAAAA', trimestre: '2026-T2', n: 1, jour: '2026-04-01', n_jour: 1 },
    ])
  })

  it.each([
    ['un lot par trimestre', [le('2026-03-31', 12), le('2026-06-30', 9)], 1, true],
    [
      'quelques oublis entre les lots',
      [le('2026-03-31', 12), le('2026-04-02', 2), le('2026-06-30', 14)],
      26 / 28,
      true,
    ],
    [
      'un petit guichet honnête, dont deux saisies tombent le même jour',
      [le('2026-02-03', 2), le('2026-03-05', 1), le('2026-05-06', 2), le('2026-06-08', 1)],
      4 / 6,
      false,
    ],
    [
      'la moitié juste',
      [
        le('2026-03-31', 20),
        ...[2, 3, 4, 5].map((j) => le(`2026-03-0${j}`, 5)),
        le('2026-06-30', 20),
        ...[2, 3, 4, 5].map((j) => le(`2026-06-0${j}`, 5)),
      ],
      0.5,
      false,
    ],
    ['un seul trimestre ne fait pas une habitude', [le('2026-03-31', 40)], 1, false],
    ['sept attributions ne prouvent rien', [le('2026-03-31', 4), le('2026-06-30', 3)], 1, false],
    [
      'une saisie au fil de l’eau',
      ['2026-01', '2026-02', '2026-04', '2026-05'].flatMap((m) =>
        [5, 12, 19, 26].map((j) => le(`${m}-${String(j).padStart(2, '0')}`, 3)),
      ),
      1 / 8,
      false,
    ],
  ])('%s', (_, saisies, part, parLots) => {
    const [groupe] = grouper(joursCharges(saisies))
    expect(groupe?.part).toBeCloseTo(part, 9)
    expect(groupe?.par_lots).toBe(parLots)
  })
})
