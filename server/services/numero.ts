/** Letters and digits of a number, with the zero that a spreadsheet ate. */
export const normaliserNumero = (texte: string): string => {
  const numero = texte.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  return numero.length === 17 ? `0${numero}` : numero
}

const DEBUT_DU_RANG = 7
const FIN_DU_RANG = 13

/** A number without the six characters that tell it from the others of its month and its guichet. */
export const masquerRang = (numero: string): string =>
  numero.slice(0, DEBUT_DU_RANG) + '·'.repeat(FIN_DU_RANG - DEBUT_DU_RANG) + numero.slice(FIN_DU_RANG)
