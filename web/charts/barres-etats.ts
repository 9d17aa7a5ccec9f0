import { drawCiblesEn, type Parlant } from './cibles.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, TEXTE } from './dessin.ts'
import { lineCount, wrapLabel } from './etiquettes.ts'

export interface IndicateurSignale extends Parlant {
  readonly code?: string
  readonly nom: string
  readonly alertes: number
  readonly surveillances: number
}

/** Guichets in alert and to watch, by indicator. */
export const drawBarresEtats = (
  atelier: Atelier,
  lignes: readonly IndicateurSignale[],
  alt: string,
  largeur: number,
): Dessin =>
  drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const max = Math.max(1, ...lignes.map(({ alertes, surveillances }) => alertes + surveillances))
    const car = etroit ? 22 : 30
    const pas = Math.max(29, 15 * Math.max(1, ...lignes.map(({ nom }) => lineCount(wrapLabel(nom, car)))) + 6)
    const vide = (max / largeur) * 3
    return drawPlot(atelier, alt, {
      width: largeur,
      height: lignes.length * pas + 12,
      marginTop: 6,
      marginBottom: 6,
      marginLeft: etroit ? 166 : 204,
      marginRight: etroit ? 72 : 78,
      x: { domain: [0, max], axis: null },
      y: { domain: lignes.map(({ nom }) => nom), padding: 0.34 },
      marks: [
        Plot.axisY({
          tickSize: 0,
          tickPadding: 10,
          label: null,
          tickFormat: (nom: string) => wrapLabel(nom, car),
          lineHeight: 1.1,
          ...ENCRE,
        }),
        Plot.barX(
          lignes.filter(({ alertes }) => alertes > 0),
          { y: 'nom', x1: 0, x2: 'alertes', fill: 'var(--alerte-glyph)' },
        ),
        Plot.barX(
          lignes.filter(({ surveillances }) => surveillances > 0),
          {
            y: 'nom',
            x1: (d: IndicateurSignale) => d.alertes + (d.alertes > 0 ? vide : vide / 4),
            x2: (d: IndicateurSignale) => d.alertes + d.surveillances,
            fill: 'var(--surveillance-tint)',
            stroke: 'var(--surveillance-glyph)',
            strokeWidth: 1,
            insetTop: 0.5,
            insetBottom: 0.5,
          },
        ),
        Plot.text(lignes, {
          y: 'nom',
          x: (d: IndicateurSignale) => d.alertes + d.surveillances,
          dx: 8,
          textAnchor: 'start',
          text: (d: IndicateurSignale) => `◆ ${d.alertes}   ▲ ${d.surveillances}`,
          ...TEXTE,
        }),
        Plot.ruleX([0], { stroke: 'var(--c-axis)' }),
        ...drawCiblesEn(lignes, (siens, traits) => Plot.barX([...siens], { y: 'nom', x1: 0, x2: max, ...traits })),
      ],
    })
  })
