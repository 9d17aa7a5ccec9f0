/** A sheet of text: its first row is its headings. */
export interface Feuille {
  readonly nom: string
  readonly lignes: readonly (readonly string[])[]
}

const LARGEUR_MAX = 60

/** An XLSX workbook of sheets of text, headings in bold and frozen. */
export const writeClasseur = async (feuilles: readonly Feuille[]): Promise<Uint8Array> => {
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    sheets: feuilles.map(({ nom, lignes }) => ({
      name: nom,
      rows: lignes.map((ligne) => [...ligne]),
      columns: (lignes[0] ?? []).map((_, i) => ({
        width: Math.min(LARGEUR_MAX, 2 + Math.max(...lignes.map((ligne) => (ligne[i] ?? '').length))),
      })),
      freezePane: { rows: 1 },
    })),
  })
}
