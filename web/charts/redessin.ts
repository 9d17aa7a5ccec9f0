import type { Echelle, PointCompare } from './comparaison.ts'

/** What is drawn of the rows: one category's, on its scale. */
export interface OptionsRedessin extends Echelle {
  readonly categorie: string
}

/** What the browser draws again by itself. */
export interface Redessin {
  /** Address of its points, as an Arrow stream: every category's. */
  readonly lignes: string
  readonly options: OptionsRedessin
}

/** A point as it travels to the browser that draws it: what it says is in one text, a line each. */
export interface LigneComparee extends Omit<PointCompare, 'cible'> {
  readonly categorie: string
  readonly dit: string
  readonly suite: string | null
  readonly href: string | null
}
