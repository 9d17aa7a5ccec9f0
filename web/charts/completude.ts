import { formatPart } from '../../ingest/socle/francais/format.ts'
import { axeNoms } from './axes.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE } from './dessin.ts'

export interface ChampRempli {
  readonly nom: string
  /** Share of the attributions where it is filled. */
  readonly part: number
}

const PAS = 34

/** How often each field is filled, out of all. */
export const drawCompletude = (
  atelier: Atelier,
  champs: readonly ChampRempli[],
  alt: string,
  largeur: number,
): Dessin =>
  drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    return drawPlot(atelier, alt, {
      width: largeur,
      height: champs.length * PAS + 8,
      marginTop: 4,
      marginBottom: 4,
      marginLeft: etroit ? 130 : 150,
      marginRight: 64,
      x: { domain: [0, 1], axis: null },
      y: { domain: champs.map(({ nom }) => nom), padding: 0.5 },
      marks: [
        axeNoms(Plot, 18),
        Plot.barX(champs, { y: 'nom', x: () => 1, fill: 'var(--c-grid)' }),
        Plot.barX(champs, { y: 'nom', x: 'part', fill: 'var(--c-fill)' }),
        Plot.text(champs, {
          y: 'nom',
          x: () => 1,
          dx: 8,
          textAnchor: 'start',
          ...ENCRE,
          text: ({ part }: ChampRempli) => formatPart(part),
        }),
      ],
    })
  })
