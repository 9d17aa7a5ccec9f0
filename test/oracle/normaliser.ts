export const sansAccents = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '')

/** A code as it is compared: no accent, upper case, runs of other characters as one `_`, none at the ends. */
export const normaliserCode = (texte: string): string =>
  sansAccents(texte)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

/** A name as it is compared: A–Z only. */
export const normaliserNom = (texte: string): string =>
  sansAccents(texte)
    .replace(/[œŒ]/g, 'OE')
    .replace(/[æÆ]/g, 'AE')
    .replace(/[ßẞ]/g, 'SS')
    .toUpperCase()
    .replace(/[^A-Z]/g, '')

const PETITS_MOTS = new Set(['DE', 'D', 'DU', 'DES', 'LA', 'LE'])

/** A heading as it is matched: case, accents, spaces, punctuation and small words do not count. */
export const normaliserIntitule = (texte: string): string =>
  normaliserCode(texte)
    .split('_')
    .filter((mot) => !PETITS_MOTS.has(mot))
    .join('')
