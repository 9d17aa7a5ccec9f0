import { formatGraduation } from '../../ingest/socle/francais/format.ts'
import type { PointLibre } from '../modeles/requetes.ts'
import type { DessinChoisi } from '../requetes.ts'
import { axeY, grilleY, ligneZero } from './axes.ts'
import { drawBarres } from './barres.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, TEXTE } from './dessin.ts'

const HAUTEUR = 300
const GRADUATIONS = 5

/** Names written along: the first, the last, and as many between as there is room for. */
const reperes = (points: readonly PointLibre[], nombre: number): PointLibre[] => {
  const pas = Math.max(1, Math.ceil((points.length - 1) / Math.max(1, nombre - 1)))
  return points.filter((_, i) => i % pas === 0)
}

/** Points along a quantity, days or ranks, joined or not: from zero, unless some are below. */
const drawSuite = (
  atelier: Atelier,
  points: readonly PointLibre[],
  jointe: boolean,
  alt: string,
  largeur: number,
): Dessin =>
  drawBoth(largeur, ({ largeur: width, etroit }) => {
    const { Plot } = atelier
    const valeurs = points.map(({ valeur }) => valeur)
    const dits = reperes(points, etroit ? 4 : 8)
    const noms = new Map(dits.map(({ x, nom }) => [x, nom]))
    return drawPlot(atelier, alt, {
      width,
      height: HAUTEUR,
      marginLeft: 64,
      marginRight: 28,
      marginTop: 12,
      marginBottom: 40,
      y: { domain: [Math.min(0, ...valeurs), Math.max(1e-9, ...valeurs)], nice: true },
      marks: [
        grilleY(Plot, GRADUATIONS),
        axeY(Plot, GRADUATIONS, (v) => formatGraduation('nombre', v)),
        ligneZero(Plot),
        Plot.axisX({
          ticks: dits.map(({ x }) => x),
          tickFormat: (x: number) => noms.get(x) ?? '',
          tickSize: 4,
          label: null,
          stroke: 'var(--c-axis)',
          ...TEXTE,
        }),
        ...(jointe ? [Plot.lineY(points, { x: 'x', y: 'valeur', stroke: 'var(--c-line)', strokeWidth: 2.5 })] : []),
        Plot.dot(points, { x: 'x', y: 'valeur', r: jointe ? 2.5 : 4, fill: 'var(--c-fill)', title: null }),
      ],
    })
  })

/** The result of a free query, as it was asked to be drawn. */
export const drawRequete = (
  atelier: Atelier,
  points: readonly PointLibre[],
  { sorte, y }: DessinChoisi,
  largeur: number,
): Dessin => {
  const alt = `${y} : ${points
    .slice(0, 5)
    .map(({ nom, texte }) => `${nom}, ${texte}`)
    .join(' ; ')}.`
  return sorte === 'BARRES'
    ? drawBarres(atelier, points, alt, largeur)
    : drawSuite(atelier, points, sorte === 'COURBE', alt, largeur)
}
