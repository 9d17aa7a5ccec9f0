import { formatGraduation } from '../../ingest/socle/francais/format.ts'
import type { Intervalle } from '../../metrics/stats/intervalle.ts'
import { hautDe } from './axes.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, TEXTE } from './dessin.ts'
import { lineCount, wrapLabel } from './etiquettes.ts'

/** A share of faults, with its interval; a question or a stratum where nothing was verified has neither. */
export interface LigneDefauts {
  readonly nom: string
  /** Fraction in [0, 1]. */
  readonly part: number | null
  readonly intervalle: Intervalle | null
  /** Written at the end of the line: « 2 sur 30 ». */
  readonly texte: string
}

/** One line a question or a stratum, in the order given: its share as a dot, its 95 % interval as a line. */
export const drawDefauts = (
  atelier: Atelier,
  lignes: readonly LigneDefauts[],
  alt: string,
  largeurVoulue: number,
): Dessin =>
  drawBoth(largeurVoulue, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const rangs = lignes.map((ligne, rang) => ({
      ...ligne,
      rang,
      bas: ligne.intervalle?.bas ?? null,
      haut: ligne.intervalle?.haut ?? null,
    }))
    const max = Math.min(
      1,
      hautDe(
        rangs.map(({ haut }) => haut ?? 0),
        null,
      ) * 1.04,
    )
    const car = etroit ? 18 : 42
    const pas = Math.max(30, 15 * Math.max(1, ...lignes.map(({ nom }) => lineCount(wrapLabel(nom, car)))) + 10)
    const noms = (rang: number): string => wrapLabel(lignes[rang]?.nom ?? '', car)
    return drawPlot(atelier, alt, {
      width: largeur,
      height: lignes.length * pas + 42,
      marginTop: 8,
      marginBottom: 30,
      marginRight: etroit ? 62 : 84,
      marginLeft: etroit ? 136 : 286,
      x: { domain: [0, max] },
      y: { type: 'band', domain: rangs.map(({ rang }) => rang), padding: 0.3 },
      marks: [
        Plot.gridX({ ticks: etroit ? 3 : 6, stroke: 'var(--c-grid)', strokeOpacity: 1 }),
        Plot.axisY({ tickFormat: noms, tickSize: 0, tickPadding: 10, label: null, lineHeight: 1.1, ...ENCRE }),
        Plot.ruleX([0], { stroke: 'var(--c-axis)' }),
        Plot.ruleY(
          rangs.filter(({ haut }) => haut !== null),
          { y: 'rang', x1: 'bas', x2: 'haut', stroke: 'var(--c-fill)', strokeWidth: 2, strokeOpacity: 0.6 },
        ),
        Plot.dot(
          rangs.filter(({ part }) => part !== null),
          { y: 'rang', x: 'part', r: 4.6, fill: 'var(--c-fill)', stroke: 'var(--c-halo)', strokeWidth: 1.2 },
        ),
        Plot.text(rangs, { y: 'rang', frameAnchor: 'right', textAnchor: 'start', dx: 10, text: 'texte', ...ENCRE }),
        Plot.axisX({
          ticks: etroit ? 3 : 6,
          tickFormat: (part: number) => formatGraduation('part', part),
          tickSize: 4,
          label: null,
          stroke: 'var(--c-axis)',
          ...TEXTE,
        }),
      ],
    })
  })
