/** How a surface that is not known yet is filled: oblique lines of the colour of what is. */
export const remplissage = (id: string): string => `url(#${id})`

/** Puts the pattern of `remplissage` into a drawing; its name must be met once in the page. */
export const hachurer = (svg: string, id: string, couleur: string): string =>
  svg.replace(
    />/,
    `><defs><pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--paper)"/><line x1="0" y1="0" x2="0" y2="6" stroke="${couleur}" stroke-width="2"/></pattern></defs>`,
  )
