import type { Statut } from '../../metrics/resultat.ts'
import { quantile } from '../../metrics/stats/quantile.ts'
import {
  type Atelier,
  couleurDe,
  type Dessin,
  drawBoth,
  drawPlot,
  ECHELLE_FORMES,
  ENCRE,
  TEXTE,
  TRAIT_SEUIL,
} from './dessin.ts'

export interface PointEssaim {
  readonly groupe: string
  readonly valeur: number
  readonly statut: Statut | null
  /** Too few to stretch the scale: drawn at its end. */
  readonly petit: boolean
}

export interface Essaim {
  readonly points: readonly PointEssaim[]
  readonly seuil: number | null
  readonly nomSeuil: string
  readonly tick: (v: number) => string
  readonly alt: string
  readonly largeur: number
}

const vide = (statut: Statut | null): boolean => statut === 'NON_SIGNIFICATIF'

/** Points that share a place on the axis, at most: the height of the highest pile. */
const tallest = (positions: readonly number[]): number =>
  Math.max(0, ...positions.map((x) => positions.filter((y) => Math.abs(x - y) < 4).length))

/** One point a guichet, by category; the thick line is the median. */
export const drawEssaim = (atelier: Atelier, essaim: Essaim): Dessin =>
  drawBoth(essaim.largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const { points, seuil } = essaim
    const groupes = [...new Set(points.map(({ groupe }) => groupe))]
    const max = Math.max(...points.filter(({ petit }) => !petit).map(({ valeur }) => valeur), seuil ?? 0, 1e-6) * 1.06
    const lignes = points.map((p) => ({ ...p, v: Math.min(p.valeur, max) }))
    const taille = (groupe: string): number => points.filter((p) => p.groupe === groupe).length
    const medianes = groupes.map((groupe) => ({
      groupe,
      v: Math.min(
        max,
        quantile(
          points.filter((p) => p.groupe === groupe).map(({ valeur }) => valeur),
          0.5,
        ) ?? 0,
      ),
    }))
    const fy = { domain: groupes, padding: 0.08 }
    const utile = largeur - (etroit ? 118 : 160)
    const pile = Math.max(
      1,
      ...groupes.map((g) => tallest(lignes.filter(({ groupe }) => groupe === g).map(({ v }) => (v / max) * utile))),
    )
    const rang = Math.min(190, Math.max(62, pile * 8.8 + 10))
    return drawPlot(atelier, essaim.alt, {
      ...{
        width: largeur,
        height: groupes.length * rang + 62,
        marginLeft: etroit ? 104 : 146,
        marginRight: 14,
        marginTop: 26,
        marginBottom: 32,
      },
      symbol: { domain: [...ECHELLE_FORMES.domain], range: [...ECHELLE_FORMES.range] },
      x: { domain: [0, max] },
      y: { axis: null },
      fy,
      marks: [
        ...(seuil === null ? [] : [Plot.ruleX([seuil], TRAIT_SEUIL)]),
        Plot.axisFy({
          ...{
            tickSize: 0,
            label: null,
            anchor: 'left',
            textAnchor: 'end',
            tickPadding: 10,
            lineHeight: 1.15,
            ...ENCRE,
          },
          tickFormat: (g: string) => `${etroit ? g.replace(' ', '\n') : g} (${taille(g)})`,
        }),
        Plot.dot(
          lignes,
          Plot.dodgeY('middle', {
            ...{ fy: 'groupe', x: 'v', r: 3.8, padding: 1, strokeWidth: 1.2 },
            symbol: (d: PointEssaim) => d.statut ?? 'NEUTRE',
            fill: {
              value: (d: PointEssaim) => (vide(d.statut) ? 'var(--paper)' : couleurDe(d.statut)),
              scale: null,
            } as never,
            stroke: {
              value: (d: PointEssaim) => (vide(d.statut) ? couleurDe(d.statut) : 'var(--c-halo)'),
              scale: null,
            } as never,
          }),
        ),
        Plot.tickX(medianes, {
          fy: 'groupe',
          x: 'v',
          stroke: 'var(--c-ink)',
          strokeWidth: 2,
          insetTop: 10,
          insetBottom: 10,
        }),
        Plot.axisX({
          ...{ anchor: 'bottom' as const, ticks: etroit ? 3 : 5, tickFormat: essaim.tick, tickSize: 4, label: null },
          ...{ stroke: 'var(--c-axis)', ...TEXTE },
        }),
        ...(seuil === null
          ? []
          : [
              Plot.text([seuil], {
                ...{
                  x: (d: number) => d,
                  fy: () => groupes[0],
                  frameAnchor: 'top' as const,
                  text: () => essaim.nomSeuil,
                },
                ...{ dy: -18, fontWeight: 600, ...ENCRE },
              }),
            ]),
      ],
    })
  })
