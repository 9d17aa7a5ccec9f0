/** A column's name in a spreadsheet: 0 is A, 26 is AA. */
export const lettres = (rang: number): string =>
  (rang >= 26 ? lettres(Math.floor(rang / 26) - 1) : '') + String.fromCharCode(65 + (rang % 26))
