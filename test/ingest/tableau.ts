/** A table of a snapshot as text, before it takes the form of a file. */
export interface Tableau {
  readonly colonnes: readonly string[]
  readonly lignes: readonly (readonly string[])[]
}

export interface FormeCsv {
  readonly separateur?: string
  readonly finDeLigne?: string
  /** Every cell in quotes. */
  readonly guillemets?: boolean
}

const aProteger = (cellule: string, separateur: string): boolean =>
  cellule.includes('"') || cellule.includes(separateur) || /[\r\n]/.test(cellule)

/** The text of a `.csv`; a cell that needs quotes has them. */
export const enCsv = ({ colonnes, lignes }: Tableau, forme: FormeCsv = {}): string => {
  const { separateur = ';', finDeLigne = '\n', guillemets = false } = forme
  const cellule = (texte: string) =>
    guillemets || aProteger(texte, separateur) ? `"${texte.replaceAll('"', '""')}"` : texte
  return [colonnes, ...lignes].map((cellules) => cellules.map(cellule).join(separateur) + finDeLigne).join('')
}

/** Rows of records as a table: the columns that some record has, in the order in which they are met. */
export const enTableau = (enregistrements: readonly Readonly<Record<string, string>>[]): Tableau => {
  const colonnes = [...new Set(enregistrements.flatMap((enregistrement) => Object.keys(enregistrement)))]
  return { colonnes, lignes: enregistrements.map((ligne) => colonnes.map((colonne) => ligne[colonne] ?? '')) }
}
