import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import { axeMois, axeY, grilleY, ligneZero, pasMois } from './axes.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, INTERLIGNE } from './dessin.ts'
import { spread } from './etiquettes.ts'

export interface MoisSignale {
  readonly mois: Mois
  /** Null for a month whose states were not computed: a gap, not zero. */
  readonly alertes: number | null
  readonly surveillances: number
}

const graduations = (max: number): number[] => {
  const pas = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((p) => max / p <= 4) ?? 1000
  return Array.from({ length: Math.ceil(max / pas) + 1 }, (_, i) => i * pas)
}

/** Alerts and points to watch, month by month, stacked; the last month names its two parts. */
export const drawEmpilement = (
  atelier: Atelier,
  points: readonly MoisSignale[],
  alt: string,
  largeur: number,
): Dessin =>
  drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const lignes = points.map(({ alertes, surveillances }, i) => ({
      i,
      a: alertes ?? 0,
      s: surveillances,
      absent: alertes === null,
    }))
    const ticks = graduations(Math.max(1, ...lignes.map(({ a, s }) => a + s)))
    const top = ticks.at(-1) ?? 1
    const [hauteur, marges] = [
      etroit ? 220 : 270,
      { marginLeft: 32, marginRight: etroit ? 4 : 118, marginTop: 10, marginBottom: 38 },
    ]
    const Y = (v: number): number =>
      marges.marginTop + (1 - v / top) * (hauteur - marges.marginTop - marges.marginBottom)
    const dernier = lignes.at(-1)
    const noms = dernier
      ? [
          { y: Y(dernier.a / 2), t: `◆ ${compte(dernier.a, 'alerte')}`, fill: 'var(--alerte-ink)' },
          { y: Y(dernier.a + dernier.s / 2), t: `▲ ${dernier.s} à surveiller`, fill: 'var(--surveillance-ink)' },
        ]
      : []
    const places = spread(
      noms.map(({ y }) => y),
      INTERLIGNE,
    )
    const separation = (top / (hauteur - 48)) * 1.5
    return drawPlot(atelier, alt, {
      width: largeur,
      height: hauteur,
      ...marges,
      x: { type: 'band', domain: lignes.map(({ i }) => i), paddingInner: 0.28, paddingOuter: 0.05 },
      y: { domain: [0, top] },
      marks: [
        grilleY(Plot, ticks.slice(1)),
        axeY(Plot, ticks, String),
        Plot.barY(
          lignes.filter(({ a }) => a > 0),
          { x: 'i', y1: 0, y2: 'a', fill: 'var(--alerte-glyph)' },
        ),
        Plot.barY(
          lignes.filter(({ s }) => s > 0),
          {
            x: 'i',
            y1: (d: { a: number }) => d.a + (d.a > 0 ? separation : 0),
            y2: (d: { a: number; s: number }) => d.a + d.s,
            fill: 'var(--surveillance-tint)',
            stroke: 'var(--surveillance-glyph)',
            strokeWidth: 1,
            insetLeft: 0.5,
            insetRight: 0.5,
          },
        ),
        Plot.text(
          lignes.filter(({ a }) => Y(0) - Y(a) > 18),
          {
            x: 'i',
            y: 'a',
            text: (d: { a: number }) => String(d.a),
            dy: 4,
            lineAnchor: 'top',
            fill: 'var(--paper)',
            fontWeight: 600,
          },
        ),
        Plot.text(
          lignes.filter(({ absent }) => absent),
          { x: 'i', y: 0, dy: -6, lineAnchor: 'bottom', text: () => '–', fill: 'var(--c-text)' },
        ),
        axeMois(
          Plot,
          points.map(({ mois }) => mois),
          pasMois(points.length, largeur - 60),
          true,
        ),
        ligneZero(Plot),
        ...(etroit
          ? []
          : noms.map(({ t, fill }, k) =>
              Plot.text([t], {
                text: (d: string) => d,
                frameAnchor: 'top-right',
                textAnchor: 'start',
                lineAnchor: 'middle',
                dx: 10,
                dy: (places[k] ?? 0) - marges.marginTop,
                fill,
                fontWeight: 600,
              }),
            )),
      ],
    })
  })
