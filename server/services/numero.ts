/** Letters and digits of a number, with the zero that a spreadsheet ate. */
export const normaliserNumero = (texte: string): string => {
  const numero = texte.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  return numero.length === 17 ? `0${numero}` : numero
}
