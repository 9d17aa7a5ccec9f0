import type { TypeColonne } from '../tableau.ts'

const JOUR =
  '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>'
const HEURE =
  '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/>'

const TEXTE = '<number:text-style style:name="N_NOM"><number:text-content/></number:text-style>'

const FORMATS: Readonly<Record<TypeColonne, string>> = {
  texte: TEXTE,
  json: TEXTE,
  booleen: TEXTE,
  entier:
    '<number:number-style style:name="N_NOM"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
  nombre:
    '<number:number-style style:name="N_NOM"><number:number number:min-integer-digits="1"/></number:number-style>',
  part: '<number:percentage-style style:name="N_NOM"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text> %</number:text></number:percentage-style>',
  jours:
    '<number:number-style style:name="N_NOM"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
  jour: `<number:date-style style:name="N_NOM" number:automatic-order="false">${JOUR}</number:date-style>`,
  moment: `<number:date-style style:name="N_NOM">${JOUR}${HEURE}</number:date-style>`,
}

export const STYLE_ENTETE = 'entete'

/** What `content.xml` declares before its sheets: number formats, cell styles, and the columns' widths in characters. */
export const stylesXml = (largeurs: readonly number[]): string => {
  const formats = Object.entries(FORMATS).map(([type, xml]) => xml.replace('N_NOM', `N_${type}`))
  const cellules = Object.keys(FORMATS).map(
    (type) =>
      `<style:style style:name="${type}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="N_${type}"/>`,
  )
  const colonnes = largeurs.map(
    (largeur, i) =>
      `<style:style style:name="co${i + 1}" style:family="table-column"><style:table-column-properties style:column-width="${(largeur * 0.21).toFixed(2)}cm"/></style:style>`,
  )
  const entete = `<style:style style:name="${STYLE_ENTETE}" style:family="table-cell" style:parent-style-name="Default"><style:text-properties fo:font-weight="bold"/></style:style>`
  return `<office:automatic-styles>${formats.join('')}${colonnes.join('')}${entete}${cellules.join('')}</office:automatic-styles>`
}
