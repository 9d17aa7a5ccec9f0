import type { Hasard } from '../../oracle/fabrique/hasard.ts'

/** What a cell of a sheet is written from. */
export type Cellule =
  | { readonly texte: string }
  | { readonly nombre: string; readonly date?: true }
  | { readonly erreur: string }
  | { readonly oui: boolean }

/** Texts that cells share, in the order in which they are met. */
export interface Partages {
  readonly chaines: string[]
}

export const lettres = (colonne: number): string =>
  colonne < 26 ? String.fromCharCode(65 + colonne) : `${lettres(Math.floor(colonne / 26) - 1)}${lettres(colonne % 26)}`

const echapper = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r\n', '&#10;').replaceAll('\n', '&#10;')

const enTexte = (hasard: Hasard, texte: string, { chaines }: Partages): string => {
  const forme = hasard.entier(0, 3)
  if (forme === 0) {
    chaines.push(hasard.chance(0.5) ? `<t xml:space="preserve">${echapper(texte)}</t>` : enMorceaux(texte))
    return `t="s"><v>${chaines.length - 1}</v>`
  }
  if (forme === 1) return `t="str"><f>CONCAT(Z1)</f><v>${echapper(texte)}</v>`
  return `t="inlineStr"><is>${forme === 2 ? `<t>${echapper(texte)}</t>` : enMorceaux(texte)}</is>`
}

const enMorceaux = (texte: string): string => {
  const milieu = Math.floor(texte.length / 2)
  return [texte.slice(0, milieu), texte.slice(milieu)]
    .map((bout) => `<r><t xml:space="preserve">${echapper(bout)}</t></r>`)
    .join('')
}

/** The XML of a cell; `adresse` empty where the file leaves it out. */
export const celluleXml = (hasard: Hasard, cellule: Cellule, adresse: string, partages: Partages): string => {
  const r = adresse === '' ? '' : `r="${adresse}" `
  if ('texte' in cellule) return `<c ${r}${enTexte(hasard, cellule.texte, partages)}</c>`
  if ('erreur' in cellule) return `<c ${r}t="e"><f>RECHERCHEV(Z1)</f><v>${cellule.erreur}</v></c>`
  if ('oui' in cellule) return `<c ${r}t="b"><v>${cellule.oui ? 1 : 0}</v></c>`
  return `<c ${r}${cellule.date ? 's="1"' : 's="0"'}><v>${cellule.nombre}</v></c>`
}
