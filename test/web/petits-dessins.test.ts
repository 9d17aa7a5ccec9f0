import { describe, expect, it } from 'vitest'
import { controleMini } from '../../web/charts/controle-mini.ts'
import { courbe } from '../../web/charts/courbe.ts'
import { delaisMini } from '../../web/charts/delais-mini.ts'
import { spread } from '../../web/charts/etiquettes.ts'
import { delais, NOM, points, tick } from './graphiques.ts'

describe('les petits dessins écrits à la main', () => {
  it('une courbe s’interrompt au mois manquant', () => {
    const svg = courbe([1, 2, null, 3, 4], { largeur: 48, hauteur: 13 })
    expect(svg.match(/M/g)).toHaveLength(2)
    expect(svg).toContain('<circle')
  })

  it('moins de trois valeurs ne font pas une courbe', () => {
    expect(courbe([1, null, 2], { largeur: 48, hauteur: 13 })).toBe('')
  })

  it('une série constante ou nulle se dessine', () => {
    expect(courbe([0, 0, 0], { largeur: 48, hauteur: 13 })).not.toContain('NaN')
    expect(courbe([5, 5, 5], { largeur: 48, hauteur: 13 })).not.toContain('NaN')
  })

  it('une petite carte de contrôle échappe son nom', () => {
    const svg = controleMini({ points, seuil: 0.05, tick, alt: NOM })
    expect(svg).toContain('aria-label="Mairie &lt;b')
    expect(svg).not.toMatch(/\sstyle=|NaN/)
  })

  it('une petite répartition des délais échappe son nom, et se dessine sans rien', () => {
    for (const svg of [delaisMini(delais, delais, 15, NOM), delaisMini([], [], 15, NOM)]) {
      expect(svg).toContain('aria-label="Mairie &lt;b')
      expect(svg).not.toMatch(/\sstyle=|NaN/)
    }
  })

  it('deux étiquettes écartées ne se touchent plus', () => {
    const places = spread([100, 101, 102, 300], 17).toSorted((a, b) => a - b)
    for (const [i, y] of places.entries()) expect((places[i + 1] ?? Number.POSITIVE_INFINITY) - y).toBeGreaterThan(16.5)
  })
})
