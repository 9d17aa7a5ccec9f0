import type { Markish } from '@observablehq/plot'
import { ENCRE, type Plot, TEXTE } from './dessin.ts'

/** A name at the right of the frame, at the height of what it names, in its own ink. */
export interface NomADroite {
  readonly texte: string
  readonly y: number
  readonly encre: object
}

/** The names of lines or parts, at the right of a frame that begins so far under the top of the drawing. */
export const nomsADroite = (Plot: Plot, noms: readonly NomADroite[], dessus: number, dx = 10): Markish[] =>
  noms.map(({ texte, y, encre }) =>
    Plot.text([texte], {
      text: (d: string) => d,
      frameAnchor: 'top-right',
      textAnchor: 'start',
      lineAnchor: 'middle',
      dx,
      dy: y - dessus,
      ...encre,
    }),
  )

/** The ink of a name, that of a strong one standing out. */
export const encreDe = (fort: boolean): object => (fort ? { ...ENCRE, fontWeight: 600 } : TEXTE)
