/** What the format itself can hold. */
export const LIGNES_MAX = 1_048_576
export const COLONNES_MAX = 16_384

/** Where a cell stands: its row from 1, its column from 0. */
export interface Adresse {
  readonly ligne: number
  readonly colonne: number
}

const A = 64

/** `AB12` → row 12, column 27; null where it is no address. */
export const lireAdresse = (texte: string): Adresse | null => {
  let colonne = 0
  let i = 0
  for (; i < texte.length && i < 4; i++) {
    const rang = (texte.charCodeAt(i) & ~32) - A
    if (rang < 1 || rang > 26) break
    colonne = colonne * 26 + rang
  }
  const chiffres = texte.slice(i)
  if (i === 0 || !/^[0-9]{1,10}$/.test(chiffres)) return null
  return { ligne: Number(chiffres), colonne: colonne - 1 }
}

/** Merged cells that span several rows: what their first one holds is true of each. */
export interface Fusion {
  readonly colonne: number
  readonly premiere: number
  readonly derniere: number
}

/** `B3:B6` → column 1, rows 3 to 6; null where one row alone is merged. */
export const lireFusion = (texte: string): Fusion | null => {
  const [debut, fin] = texte.split(':').map(lireAdresse)
  if (!debut || !fin || fin.ligne <= debut.ligne) return null
  return { colonne: debut.colonne, premiere: debut.ligne, derniere: fin.ligne }
}
