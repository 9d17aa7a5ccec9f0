/** What a mutant changes. */
export type Genre =
  | 'nombre'
  | 'comparaison'
  | 'condition'
  | 'code'
  | 'liste'
  | 'rôle'
  | 'vocabulaire'
  | 'SQL : comparaison'
  | 'SQL : condition'
  | 'SQL : littéral'
  | 'SQL : vide'
  | 'motif de texte'

/** A change to a source file, as small as a slip of the hand. */
export interface Changement {
  readonly genre: Genre
  readonly debut: number
  readonly fin: number
  readonly apres: string
  /** Added at the end of the file: what the change must import. */
  readonly ajout?: string
}

/** A change and where it stands. */
export interface Point extends Changement {
  readonly fichier: string
  readonly ligne: number
  readonly avant: string
}

export const appliquer = (texte: string, { debut, fin, apres, ajout }: Changement): string =>
  `${texte.slice(0, debut)}${apres}${texte.slice(fin)}${ajout === undefined ? '' : `\n${ajout}\n`}`
