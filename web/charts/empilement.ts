import type { Markish } from '@observablehq/plot'
import { axeMois, axeY, grilleY, ligneZero, pasMois } from './axes.ts'
import { drawCiblesEn } from './cibles.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, type Plot } from './dessin.ts'
import { type DonneesEmpilement, type MoisSignale, preparerEmpilement } from './empilement-donnees.ts'
import { nomsADroite } from './noms.ts'

/** Alerts under points to watch, a thin gap between the two. */
const piles = (Plot: Plot, { piles, top, hauteur }: DonneesEmpilement): Markish[] => {
  const separation = (top / (hauteur - 48)) * 1.5
  return [
    Plot.barY(
      piles.filter(({ a }) => a > 0),
      { x: 'i', y1: 0, y2: 'a', fill: 'var(--alerte-glyph)' },
    ),
    Plot.barY(
      piles.filter(({ s }) => s > 0),
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
  ]
}

/** How many alerts, where the bar is high enough; a dash where nothing was computed. */
const nombres = (Plot: Plot, { piles, Y }: DonneesEmpilement): Markish[] => [
  Plot.text(
    piles.filter(({ a }) => Y(0) - Y(a) > 18),
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
    piles.filter(({ absent }) => absent),
    { x: 'i', y: 0, dy: -6, lineAnchor: 'bottom', text: () => '–', fill: 'var(--c-text)' },
  ),
]

const noms = (Plot: Plot, { noms, etroit, marges }: DonneesEmpilement): Markish[] =>
  etroit
    ? []
    : nomsADroite(
        Plot,
        noms.map(({ texte, fill, y }) => ({ texte, y, encre: { fill, fontWeight: 600 } })),
        marges.marginTop,
      )

/** Alerts and points to watch, month by month, stacked; the last month names its two parts. */
export const drawEmpilement = (
  atelier: Atelier,
  points: readonly MoisSignale[],
  alt: string,
  largeur: number,
): Dessin =>
  drawBoth(largeur, (cadre) => {
    const { Plot } = atelier
    const donnees = preparerEmpilement(points, cadre)
    const { hauteur, marges, ticks, top } = donnees
    return drawPlot(atelier, alt, {
      width: cadre.largeur,
      height: hauteur,
      ...marges,
      x: { type: 'band', domain: donnees.piles.map(({ i }) => i), paddingInner: 0.28, paddingOuter: 0.05 },
      y: { domain: [0, top] },
      marks: [
        grilleY(Plot, ticks.slice(1)),
        axeY(Plot, [...ticks], String),
        ...piles(Plot, donnees),
        ...nombres(Plot, donnees),
        axeMois(
          Plot,
          points.map(({ mois }) => mois),
          pasMois(points.length, cadre.largeur - 60),
          true,
        ),
        ligneZero(Plot),
        ...noms(Plot, donnees),
        ...drawCiblesEn(donnees.piles, (siens, traits) => Plot.barY([...siens], { x: 'i', y1: 0, y2: top, ...traits })),
      ],
    })
  })
