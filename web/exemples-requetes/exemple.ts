import type { DessinChoisi } from '../requetes.ts'

/** A worked query, of what a gestionnaire asks. */
export interface ExempleRequete {
  /** What the address calls it. */
  readonly code: string
  readonly titre: string
  readonly description: string
  readonly sql: string
  readonly dessin?: DessinChoisi
  /** It lists numéros uniques: not for who reads none. */
  readonly numeros?: true
}

/** The columns of a drawing in bars. */
export const barres = (x: string, y: string): { readonly dessin: DessinChoisi } => ({
  dessin: { sorte: 'BARRES', x, y },
})

export const courbe = (x: string, y: string): { readonly dessin: DessinChoisi } => ({
  dessin: { sorte: 'COURBE', x, y },
})
