import type { RenderFunction } from '@observablehq/plot'
import type { Statut } from '../../metrics/resultat.ts'
import { clip, Z_95, Z_998 } from '../../metrics/stats/intervalle.ts'
import { drawCibles, type Parlant } from './cibles.ts'
import { type Atelier, couleurDe, type Dessin, drawBoth, drawPlot, ECHELLE_FORMES, ENCRE, TEXTE } from './dessin.ts'
import { lineCount, wrapLabel } from './etiquettes.ts'

export interface LignePlace extends Parlant {
  readonly code?: string
  readonly nom: string
  readonly z: number
  readonly statut: Statut | null
  /** Adjusted z of each peer. */
  readonly pairs: readonly number[]
}

const DOMAINE = [-4.6, 6.4] as const

interface Tiret {
  readonly nom: string
  readonly x: number
}

/** The peers' ticks as one path: there are a thousand of them. */
const drawTirets =
  (tirets: readonly Tiret[]): RenderFunction =>
  (_index, { scales }, _values, _dimensions, { document }) => {
    const [x, y] = [scales.x, scales.y]
    const trait = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    if (!x || !y) return trait
    const demi = Math.max(2, (y.bandwidth ?? 0) / 2 - 7)
    const d = tirets.map((t) => {
      const milieu = Number(y.apply(t.nom)) + (y.bandwidth ?? 0) / 2
      return `M${Number(x.apply(t.x)).toFixed(1)} ${(milieu - demi).toFixed(1)}v${(2 * demi).toFixed(1)}`
    })
    trait.setAttribute('d', d.join(''))
    trait.setAttribute('stroke', 'var(--c-muted)')
    return trait
  }

/** A guichet among its peers on every indicator: distance to them in standard deviations, limits in grey. */
export const drawPlaces = (atelier: Atelier, lignes: readonly LignePlace[], alt: string, largeur: number): Dessin =>
  drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const [min, max] = DOMAINE
    const car = etroit ? 20 : 30
    const pas = Math.max(30, 15 * Math.max(1, ...lignes.map(({ nom }) => lineCount(wrapLabel(nom, car)))) + 6)
    const dedans = (z: number): number => clip(z, min + 0.15, max - 0.15)
    const points = lignes.map((l) => ({ ...l, x: dedans(l.z) }))
    const tirets = lignes.flatMap(({ nom, pairs }) => pairs.map((z) => ({ nom, x: dedans(z) })))
    const reperes = [
      { x: -Z_998, t: '99,8\u00a0%' },
      ...(etroit ? [] : [{ x: -Z_95, t: '95\u00a0%' }]),
      { x: 0, t: 'pairs' },
      ...(etroit ? [] : [{ x: Z_95, t: '95\u00a0%' }]),
      { x: Z_998, t: '99,8\u00a0%' },
    ]
    return drawPlot(atelier, alt, {
      width: largeur,
      height: lignes.length * pas + 60,
      marginTop: 32,
      marginBottom: 28,
      marginRight: 12,
      marginLeft: etroit ? 152 : 206,
      symbol: { domain: [...ECHELLE_FORMES.domain], range: [...ECHELLE_FORMES.range] },
      x: { domain: [...DOMAINE], axis: null },
      y: { domain: lignes.map(({ nom }) => nom) },
      marks: [
        Plot.rect([0], { x1: -Z_998, x2: Z_998, fill: 'var(--c-band)' }),
        Plot.rect([0], { x1: -Z_95, x2: Z_95, fill: 'var(--c-grid)' }),
        Plot.ruleX([0], { stroke: 'var(--c-ref)' }),
        Plot.axisY({
          tickFormat: (nom: string) => wrapLabel(nom, car),
          tickSize: 0,
          tickPadding: 10,
          label: null,
          lineHeight: 1.1,
          ...ENCRE,
        }),
        drawTirets(tirets),
        Plot.dot(points, {
          x: 'x',
          y: 'nom',
          r: 5.2,
          stroke: 'var(--c-halo)',
          strokeWidth: 1.5,
          symbol: (d: LignePlace) => d.statut ?? 'NEUTRE',
          fill: { value: (d: LignePlace) => couleurDe(d.statut), scale: null } as never,
        }),
        Plot.text(reperes, { x: 'x', text: 't', frameAnchor: 'top', dy: -16, ...TEXTE }),
        Plot.text([min], {
          x: (d: number) => d,
          text: () => (etroit ? 'plus bas' : 'plus bas que les pairs'),
          frameAnchor: 'bottom',
          textAnchor: 'start',
          dy: 20,
          ...TEXTE,
        }),
        Plot.text([max], {
          x: (d: number) => d,
          text: () => (etroit ? 'plus haut' : 'plus haut que les pairs'),
          frameAnchor: 'bottom',
          textAnchor: 'end',
          dy: 20,
          ...TEXTE,
        }),
        ...drawCibles(Plot, points, { x: 'x', y: 'nom' }),
      ],
    })
  })
