import { describe, expect, it } from 'vitest'
import { INITIE, LECTEUR, NAIF } from '../../../reports/suppression/attaquant.ts'
import { bornesDe, premiereExposee } from '../../../reports/suppression/bornes.ts'
import { masquer } from '../../../reports/suppression/masquer.ts'
import type { Cellule, Publication, Relation } from '../../../reports/suppression/publication.ts'
import { bornesLues } from './bornes-lues.ts'
import { estAussiPossible, INSUFFISANTES, VECTEUR } from './vecteur.ts'

/** One row with its total. */
const ligne = (valeurs: readonly number[], total: Partial<Cellule> = {}): Publication => ({
  cellules: [
    ...valeurs.map((valeur, i) => ({ id: `p${i}`, valeur })),
    { id: 'total', valeur: valeurs.reduce((somme, n) => somme + n, 0), ...total },
  ],
  relations: [{ termes: [['total', -1], ...valeurs.map((_, i) => [`p${i}`, 1] as const)] }],
})

const ids = (masquees: ReadonlyMap<string, unknown>): string[] => [...masquees.keys()].sort()

describe('les bornes d’un effectif masqué', () => {
  it('deux masques par ligne et par colonne ne protègent pas : w,b est 47 exactement', async () => {
    const bornes = await bornesDe(VECTEUR, INSUFFISANTES, 11, NAIF)
    expect(bornes.get('wb')).toEqual({ min: 47, max: 47, sure: false })
    expect(await bornesLues(VECTEUR, new Set(INSUFFISANTES), 'wb', 0)).toEqual([47, 47])
    expect(await premiereExposee(VECTEUR, INSUFFISANTES, 11)).toBe('wb')
    expect(await premiereExposee(VECTEUR, [...INSUFFISANTES, 'xb'], 11)).toBeNull()
  })

  it('x,b masqué aussi, w,b peut être tout nombre de 0 à 78, et au-delà', async () => {
    const cachees = [...INSUFFISANTES, 'xb']
    const bornes = await bornesDe(VECTEUR, cachees, 11, NAIF)
    // The vector says [0, 78]; a table with 141 has the same published numbers: the whole of row w's hidden cells.
    expect(estAussiPossible({ wa: 0, wb: 141, wc: 0, xa: 120, xb: 30, xc: 69 })).toBe(true)
    expect(bornes.get('wb')).toEqual({ min: 0, max: 141, sure: true })
    expect(await bornesLues(VECTEUR, new Set(cachees), 'wb', 0)).toEqual([0, 141])
    expect([...bornes.values()].every(({ sure }) => sure)).toBe(true)
  })

  it('qui sait que les zéros sont publiés sait qu’un masqué vaut un au moins', async () => {
    const bornes = await bornesDe(VECTEUR, [...INSUFFISANTES, 'xb'], 11, LECTEUR)
    expect(bornes.get('wb')).toEqual({ min: 1, max: 139, sure: true })
  })

  it('des moitiés ne sont pas des ménages : les bornes sont des entiers possibles', async () => {
    const publication: Publication = {
      cellules: ['a', 'b', 'c'].map((id) => ({ id, valeur: 3 })),
      relations: [
        {
          termes: [
            ['a', 2],
            ['b', 2],
            ['c', 1],
          ],
          min: 15,
          max: 15,
        },
      ],
    }
    // 2a + 2b + c = 15: c is odd, so that its values are never consecutive.
    const bornes = await bornesDe(publication, ['a', 'b', 'c'], 11, NAIF)
    expect(bornes.get('a')).toEqual({ min: 0, max: 7, sure: true })
    expect(bornes.get('c')).toMatchObject({ min: 1, max: 15, sure: false })
  })
})

describe('la suppression des petits effectifs', () => {
  it.each([
    [0, false],
    [1, true],
    [11, true],
    [12, false],
  ])('au seuil de 11, un effectif de %i est masqué : %s', async (valeur, masque) => {
    const seule: Publication = { cellules: [{ id: 'seule', valeur }], relations: [] }
    expect((await masquer(seule, { seuil: 11 })).masquees.has('seule')).toBe(masque)
  })

  it.each([
    [5, true],
    [6, false],
  ])('au seuil de 5, un effectif de %i est masqué : %s', async (valeur, masque) => {
    const seule: Publication = { cellules: [{ id: 'seule', valeur }], relations: [] }
    expect((await masquer(seule, { seuil: 5 })).masquees.has('seule')).toBe(masque)
  })

  it('un seul petit dans une ligne en fait masquer un autre : la différence le dirait', async () => {
    const { masquees } = await masquer(ligne([3, 40, 90]), { seuil: 11 })
    expect([...masquees]).toEqual([
      ['p0', 'PRIMAIRE'],
      ['p1', 'SECONDAIRE'],
    ])
  })

  it('deux petits dont la somme dit trop en font masquer un troisième', async () => {
    // 1 + 2 = 3: the total less the others leaves two tables only.
    expect(ids((await masquer(ligne([1, 2, 40, 90]), { seuil: 11 })).masquees)).toEqual(['p0', 'p1', 'p2'])
  })

  it('trois onzes feraient trente-trois : qui sait qu’ils sont petits les aurait', async () => {
    const trois = ligne([11, 11, 11, 60, 80])
    expect(ids((await masquer(trois, { seuil: 11 })).masquees)).toEqual(['p0', 'p1', 'p2', 'p3'])
    expect(ids((await masquer(trois, { seuil: 11, attaquants: [LECTEUR] })).masquees)).toEqual(['p0', 'p1', 'p2'])
    const bornes = await bornesDe(trois, ['p0', 'p1', 'p2'], 11, INITIE)
    expect(bornes.get('p0')).toEqual({ min: 11, max: 11, sure: false })
  })

  it('le vecteur se protège en perdant trois cellules de plus que la sienne, et non neuf', async () => {
    const { masquees, compromises } = await masquer(VECTEUR, { seuil: 11 })
    expect(masquees.get('xc')).toBe('PRIMAIRE')
    expect(masquees.size).toBe(4)
    expect(compromises.size).toBe(0)
  })

  it('ce qu’une publication antérieure a dit ne se rattrape pas, et se dit', async () => {
    const { cellules, relations } = ligne([3, 40], { deja: 'PUBLIEE' })
    const dites = cellules.map((cellule) => (cellule.id === 'p1' ? { ...cellule, deja: 'PUBLIEE' as const } : cellule))
    const { masquees, compromises } = await masquer({ cellules: dites, relations }, { seuil: 11 })
    expect([...masquees]).toEqual([['p0', 'PRIMAIRE']])
    expect([...compromises]).toEqual([['p0', 1]])
  })

  it('corrigé et publié de nouveau avec d’autres masques, un mois garde ce que le premier cachait', async () => {
    // First: 3 and 40 hidden of 3 + 40 + 90 = 133. Then 40 alone would be published, which gives 3.
    const premier = ligne([3, 40, 90])
    const { masquees } = await masquer(premier, { seuil: 11 })
    const ensuite: Cellule[] = premier.cellules.map((cellule) => ({
      ...cellule,
      deja: masquees.has(cellule.id) ? 'CACHEE' : 'PUBLIEE',
    }))
    const lien: Relation = {
      termes: [
        ['p1', -1],
        ['q0', 1],
        ['q1', 1],
      ],
    }
    const nouvelles = [
      { id: 'q0', valeur: 15 },
      { id: 'q1', valeur: 25 },
    ]
    const second = await masquer(
      { cellules: [...ensuite, ...nouvelles], relations: [...premier.relations, lien] },
      { seuil: 11 },
    )
    expect(ids(second.masquees)).toEqual(['p0', 'p1', 'q0'])
  })

  it('une inégalité que l’on connaît resserre aussi', async () => {
    const { cellules, relations } = ligne([3, 40, 90])
    const connue: Relation = { termes: [['p1', 1]], min: 39, max: 41 }
    expect(ids((await masquer({ cellules, relations: [...relations, connue] }, { seuil: 11 })).masquees)).toEqual([
      'p0',
      'p2',
    ])
  })

  it('le même jeu donne le même choix', async () => {
    const [un, deux] = [await masquer(VECTEUR, { seuil: 11 }), await masquer(VECTEUR, { seuil: 11 })]
    expect([...un.masquees]).toEqual([...deux.masquees])
  })

  it('des tableaux dont les parts ne font pas le total sont refusés', async () => {
    const { cellules, relations } = ligne([3, 40, 90], { valeur: 130 })
    await expect(masquer({ cellules, relations }, { seuil: 11 })).rejects.toThrow('n’est pas vraie')
  })
})
