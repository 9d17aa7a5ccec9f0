import { beforeAll, describe, expect, it } from 'vitest'
import { openAtelier } from '../../web/charts/atelier.ts'
import type { Atelier } from '../../web/charts/dessin.ts'
import { drawEssaim } from '../../web/charts/essaim.ts'

let atelier: Atelier
beforeAll(async () => {
  atelier = await openAtelier()
})

describe('un petit effectif est vide, comme le dit la légende', () => {
  it('dans l’essaim, qu’il ait un état ou non', () => {
    const point = { groupe: 'tous', valeur: 0.1 }
    const { large } = drawEssaim(atelier, {
      points: [
        { ...point, statut: 'NORMAL', petit: true },
        { ...point, statut: 'NON_SIGNIFICATIF', petit: false },
        { ...point, statut: 'NORMAL', petit: false },
      ],
      seuil: null,
      nomSeuil: '',
      tick: String,
      alt: '',
      largeur: 604,
    })
    expect(large.match(/fill="var\(--paper\)"/g)).toHaveLength(2)
  })

  it('deux guichets n’ont pas de médiane, trois en ont une', () => {
    const traits = (n: number): number => {
      const points = Array.from({ length: n }, (_, i) => ({ groupe: 'tous', valeur: i, statut: null, petit: false }))
      const { large } = drawEssaim(atelier, { points, seuil: null, nomSeuil: '', tick: String, alt: '', largeur: 604 })
      return (large.match(/stroke-width="2"/g) ?? []).length
    }
    expect([2, 3].map(traits)).toEqual([0, 1])
  })
})
