import { jetons } from '../../web/jetons.ts'

const NOM = /var\((--[a-z0-9-]+)\)/g

/** What the style-sheet says of a drawing in a page. */
const RACINE = 'font-family="Source Sans 3" font-size="13" color="#1a1e23"'

/**
 * A drawing of the pages as a document holds it: a picture whole by itself, in the colours of the light theme, that leads
 * nowhere.
 */
export const figerDessin = (svg: string): string => {
  const connus = jetons()
  const fige = svg
    .replace(NOM, (_, nom: string) => connus.get(nom) ?? 'currentColor')
    .replace(/<\/?a\b[^>]*>/g, '')
    .replace(/<title>[^<]*<\/title>/g, '')
    .replaceAll('&nbsp;', '\u00a0')
    .replace(/^<svg/, `<svg ${RACINE}`)
  return fige.includes('xmlns=') ? fige : fige.replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"')
}
