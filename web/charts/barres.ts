import { axeNoms } from './axes.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE } from './dessin.ts'
import { lineCount, wrapLabel } from './etiquettes.ts'

/** A bar, with what is written at its end. */
export interface Barre {
  readonly nom: string
  readonly valeur: number
  readonly texte: string
  /** What is unknown is drawn apart. */
  readonly attenuee?: boolean
}

/** Horizontal bars from zero, in the order given, each with its figures. */
export const drawBarres = (atelier: Atelier, barres: readonly Barre[], alt: string, largeur: number): Dessin =>
  drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const car = etroit ? 17 : 30
    const lignes = Math.max(1, ...barres.map(({ nom }) => lineCount(wrapLabel(nom, car))))
    return drawPlot(atelier, alt, {
      width: largeur,
      height: barres.length * Math.max(27, 15 * lignes + 6) + 8,
      marginTop: 4,
      marginBottom: 4,
      marginLeft: etroit ? 124 : 204,
      marginRight: etroit ? 92 : 116,
      x: { domain: [0, Math.max(1, ...barres.map(({ valeur }) => valeur))], axis: null },
      y: { domain: barres.map(({ nom }) => nom), padding: 0.34 },
      marks: [
        axeNoms(Plot, car),
        Plot.barX(barres, {
          y: 'nom',
          x: 'valeur',
          fill: ({ attenuee }: Barre) => (attenuee ? 'var(--c-muted)' : 'var(--c-fill)'),
        }),
        Plot.text(barres, { y: 'nom', x: 'valeur', dx: 7, textAnchor: 'start', ...ENCRE, text: 'texte' }),
        Plot.ruleX([0], { stroke: 'var(--c-axis)' }),
      ],
    })
  })
