export type Docx = typeof import('docx')

/** Twentieths of a point. */
export const MM = 56.7
export const [MARGE, LARGEUR] = [Math.round(24 * MM), Math.round((210 - 48) * MM)]
/** What every office has, or takes the measures of: the file is to be gone on with. */
export const POLICE = 'Arial'
/** Half points. */
export const [CORPS, PETIT, MENU] = [20, 17, 15]
export const [ENCRE, GRIS, FILET] = ['1B1F22', '4D565C', 'C9CEC9']
