/** A number as people type it, without its spaces, its unit and its comma: « 9 120,50 € » is `9120.50`. */
export const epurerNombre = (saisie: string, unite: RegExp): string =>
  saisie
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(unite, '')
    .replace(',', '.')
