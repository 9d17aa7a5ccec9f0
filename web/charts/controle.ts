import { formatMoisCourt } from '../../ingest/socle/francais/format.ts'
import type { LigneSerie } from '../../metrics/stats/serie.ts'
import { axeMois, axeY, ligneZero, pasMois } from './axes.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, HALO, INTERLIGNE, TEXTE, TRAIT_SEUIL } from './dessin.ts'
import { spread } from './etiquettes.ts'

export interface Controle {
  readonly points: readonly LigneSerie[]
  readonly seuil: number | null
  readonly format: (v: number) => string
  readonly tick: (v: number) => string
  readonly alt: string
  readonly largeur: number
}

const some = (points: readonly LigneSerie[], champ: 'moyenne' | 'limite_haute' | 'limite_basse'): number | null =>
  points.findLast((p) => p[champ] !== null)?.[champ] ?? null

/** A control chart: values, mean, limits, threshold. Square: outside; hollow circle: a run on one side or a trend. */
export const drawControle = (atelier: Atelier, { points, seuil, ...o }: Controle): Dessin =>
  drawBoth(o.largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const [moyenne, haute, basse] = [
      some(points, 'moyenne'),
      some(points, 'limite_haute'),
      some(points, 'limite_basse'),
    ]
    const lignes = points.map((p, i) => ({ ...p, i }))
    const presents = lignes.filter(({ valeur }) => valeur !== null)
    const max = Math.max(1e-6, haute ?? 0, ...presents.map(({ valeur }) => valeur ?? 0))
    const visible = seuil !== null && seuil <= max * 2.2
    const top = Math.max(max, visible ? seuil : 0) * 1.12
    const hauteur = etroit ? 224 : 280
    const m = { marginLeft: 48, marginRight: etroit ? 10 : 140, marginTop: 18, marginBottom: 36 }
    const Y = (v: number): number => m.marginTop + (1 - v / top) * (hauteur - m.marginTop - m.marginBottom)
    const reperes = [
      ...(haute === null ? [] : [{ v: haute, t: `limite haute ${o.format(haute)}`, fort: false }]),
      ...(moyenne === null ? [] : [{ v: moyenne, t: `moyenne ${o.format(moyenne)}`, fort: false }]),
      ...(basse === null || basse <= 0 ? [] : [{ v: basse, t: `limite basse ${o.format(basse)}`, fort: false }]),
      ...(visible ? [{ v: seuil, t: `seuil ${o.tick(seuil)}`, fort: true }] : []),
    ]
    const places = spread(
      reperes.map(({ v }) => Y(v)),
      INTERLIGNE,
    )
    const premier = presents.find((p) => p.signal === 'HORS_LIMITES' && (p.valeur ?? 0) > (haute ?? 0) && p.i >= 8)
    const suite = presents.filter(({ signal }) => signal !== null && signal !== 'HORS_LIMITES')
    const bande =
      haute === null
        ? []
        : [Plot.rect([0], { x1: 0, x2: points.length - 1, y1: basse ?? 0, y2: haute, fill: 'var(--c-band)' })]
    return drawPlot(atelier, o.alt, {
      width: largeur,
      height: hauteur,
      ...m,
      x: { domain: [0, Math.max(1, points.length - 1)] },
      y: { domain: [0, top] },
      marks: [
        ...bande,
        axeY(Plot, 4, o.tick),
        ...(moyenne === null ? [] : [Plot.ruleY([moyenne], { stroke: 'var(--c-limit)', strokeWidth: 1 })]),
        Plot.ruleY(
          [haute, basse].filter((v) => v !== null && v > 0),
          { stroke: 'var(--c-limit)', strokeDasharray: '2 3' },
        ),
        ...(visible ? [Plot.ruleY([seuil], TRAIT_SEUIL)] : []),
        ligneZero(Plot),
        axeMois(
          Plot,
          points.map(({ mois }) => mois),
          pasMois(points.length, largeur - m.marginLeft - m.marginRight),
        ),
        Plot.line(lignes, { x: 'i', y: 'valeur', stroke: 'var(--c-line)', strokeWidth: 1.75 }),
        Plot.dot(
          presents.filter(({ signal }) => signal === null),
          { x: 'i', y: 'valeur', r: 3, fill: 'var(--c-line)', stroke: 'var(--c-halo)', strokeWidth: 1 },
        ),
        Plot.dot(suite, { x: 'i', y: 'valeur', r: 4, fill: 'var(--paper)', stroke: 'var(--c-line)', strokeWidth: 2 }),
        Plot.dot(
          presents.filter(({ signal }) => signal === 'HORS_LIMITES'),
          {
            x: 'i',
            y: 'valeur',
            r: 5,
            symbol: 'square',
            fill: 'var(--c-line)',
            stroke: 'var(--c-halo)',
            strokeWidth: 1.5,
          },
        ),
        ...(etroit || !premier
          ? []
          : [
              Plot.text([premier], {
                x: 'i',
                y: 'valeur',
                text: () => `hors limites\nen ${formatMoisCourt(premier.mois)}`,
                dx: -10,
                dy: -6,
                textAnchor: 'end',
                lineAnchor: 'bottom',
                lineHeight: 1.2,
                ...ENCRE,
                ...HALO,
              }),
            ]),
        ...(etroit
          ? []
          : reperes.map(({ t, fort }, i) =>
              Plot.text([t], {
                text: (d: string) => d,
                frameAnchor: 'top-right',
                textAnchor: 'start',
                lineAnchor: 'middle',
                dx: 10,
                dy: (places[i] ?? 0) - m.marginTop,
                ...(fort ? { ...ENCRE, fontWeight: 600 } : TEXTE),
              }),
            )),
      ],
    })
  })
