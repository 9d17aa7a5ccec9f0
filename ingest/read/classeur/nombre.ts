/** Significant digits that a spreadsheet keeps and shows. */
const CHIFFRES = 15
const PLUS_DE_CHIFFRES = 10 ** CHIFFRES

/**
 * A number as a person would have typed it: 12.3, though the file says 12.300000000000001. One of more than fifteen digits
 * has lost some, and is written with an exponent (`1.30926E+17`), which no column takes for a whole value.
 */
export const nombreEnTexte = (brut: string): string => {
  const texte = brut.trim()
  const valeur = Number(texte)
  if (texte === '' || !Number.isFinite(valeur)) return texte
  if (Math.abs(valeur) >= PLUS_DE_CHIFFRES) return valeur.toExponential().toUpperCase()
  const arrondi = Number(valeur.toPrecision(CHIFFRES))
  const court = String(arrondi)
  return court.includes('e') ? arrondi.toFixed(20).replace(/\.?0+$/, '') : court
}

/** A whole number whose format shows it with leading zeros: 1000 is « 01000 » under `00000`. */
export const completerZeros = (texte: string, zeros: number): string =>
  /^[0-9]+$/.test(texte) ? texte.padStart(zeros, '0') : texte
