const LONGUEUR = 60

/** « Mairie de Vaugrand » as a file's name has it: `mairie-de-vaugrand`. */
export const enNomDeFichier = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGUEUR)
    .replace(/^-+|-+$/g, '')
