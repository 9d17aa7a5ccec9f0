import { FORMES_NUMERO, lireNumero } from '../../ingest/contract/numero.ts'

/** Letters and digits of a number, with the zero that a spreadsheet ate. */
export const normaliserNumero = (texte: string): string => {
  const numero = texte.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  return numero.length === 17 ? `0${numero}` : numero
}

/** A display cuts a number in four groups: a few more are allowed for whoever cuts it otherwise. */
const GROUPES = 6

const [{ motif }] = FORMES_NUMERO
const DANS_UN_MOT = new RegExp(motif)

/** Whether a text that a person typed holds a numéro unique: in one word, or in groups as pages show it. */
export const porteUnNumero = (texte: string): boolean => {
  const mots = texte
    .toUpperCase()
    .split(/[^0-9A-Z]+/)
    .filter((mot) => mot !== '')
  return mots.some(
    (mot, i) =>
      DANS_UN_MOT.test(mot) ||
      Array.from({ length: GROUPES }, (_, n) => mots.slice(i, i + n + 1).join('')).some(
        (groupe) => lireNumero(groupe) !== null,
      ),
  )
}
