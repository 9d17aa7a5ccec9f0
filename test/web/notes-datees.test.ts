import { beforeAll, describe, expect, it } from 'vitest'
import { enJour, enMois, moisPlus } from '../../ingest/socle/jour.ts'
import { serie } from '../../metrics/stats/serie.ts'
import { openAtelier } from '../../web/charts/atelier.ts'
import { drawControle } from '../../web/charts/controle.ts'
import { controleMini } from '../../web/charts/controle-mini.ts'
import type { Atelier } from '../../web/charts/dessin.ts'
import { phasesDe } from '../../web/charts/phases.ts'
import { lettreDe, poserAnnotations, rupturesDeLIndicateur } from '../../web/modeles/annotations.ts'

const mois = Array.from({ length: 24 }, (_, i) => moisPlus(enMois('2025-01'), i))
const valeurs = mois.map((m, i) => ({ mois: m, valeur: (i < 12 ? 10 : 5) + (i % 2), n: 100, en_cours: false }))

const note = (lettre: string, du: string, reste: object = {}) => ({
  id: 1,
  lettre,
  texte: 'Formation',
  du: enJour(du),
  au: null,
  recalcule: false,
  indicateur: null,
  duTerritoire: false,
  par: 'Camille',
  le: enJour('2026-12-01'),
  ...reste,
})
const notes = [
  note('A', '2026-01-20', { recalcule: true }),
  note('B', '2026-06-16', { au: enJour('2026-09-01') }),
  note('C', '2026-03-01', { indicateur: 'autre' }),
  note('D', '2024-12-31'),
]

let atelier: Atelier
beforeAll(async () => {
  atelier = await openAtelier()
})

describe('les notes datées sur une carte de contrôle', () => {
  const posees = poserAnnotations(notes, mois, 'celui-ci')

  it('se placent à leur jour : un changement de limites, où son mois commence', () => {
    expect(posees.map(({ lettre, debut, fin, rupture }) => [lettre, debut, fin, rupture])).toEqual([
      ['A', 11.5, null, 12],
      ['B', 17, 19.5, null],
    ])
  })

  it('d’un autre indicateur ou d’avant les mois montrés, ne s’y dessinent pas', () => {
    expect(posees.map(({ lettre }) => lettre)).toEqual(['A', 'B'])
    expect(poserAnnotations(notes, mois, 'autre').map(({ lettre }) => lettre)).toEqual(['A', 'B', 'C'])
  })

  it('partagent la carte : deux bandes, deux moyennes, et les lettres', () => {
    const points = serie(valeurs, 'jours', 'flux', rupturesDeLIndicateur(notes, 'celui-ci'))
    expect(phasesDe(points, [12]).map(({ x1, x2, moyenne }) => [x1, x2, moyenne])).toEqual([
      [0, 11.5, 10.5],
      [11.5, 23, 5.5],
    ])
    const tout = { points, notes: posees, seuil: null, tick: String, format: String, alt: '', largeur: 604 }
    for (const svg of [...Object.values(drawControle(atelier, tout)), controleMini(tout)]) {
      expect(svg).toMatch(/>A<.*>B</)
      expect(svg).not.toMatch(/>[CD]<|NaN/)
    }
    expect(controleMini(tout).match(/fill="var\(--c-band\)"/g)).toHaveLength(2)
  })

  it('prennent les lettres dans l’ordre, au-delà de Z aussi', () => {
    expect([0, 1, 25, 26, 52].map(lettreDe)).toEqual(['A', 'B', 'Z', 'A1', 'A2'])
  })
})
