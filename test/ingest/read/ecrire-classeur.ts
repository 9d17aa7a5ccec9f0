import { writeFileSync } from 'node:fs'
import { type Comprime, zipper } from '../zip.ts'

export interface FeuilleEcrite {
  readonly nom?: string
  readonly etat?: 'hidden' | 'veryHidden'
  /** What stands between `<sheetData>` and its end. */
  readonly lignes: string
  /** What follows `</sheetData>`. */
  readonly suite?: string
  /** The whole part, in place of both. */
  readonly brute?: string | Uint8Array | Comprime
}

export interface ClasseurEcrit {
  readonly feuilles: readonly FeuilleEcrite[]
  /** Each the inside of an `<si>`. */
  readonly chaines?: readonly string[]
  /** Format codes of the styles, from 1. */
  readonly formats?: readonly string[]
  readonly depuis1904?: boolean
  /** Other parts, or the same in place of those written here. */
  readonly autres?: Readonly<Record<string, string | Uint8Array | Comprime>>
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PRINCIPAL = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = (liens: readonly string[]) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${liens
    .map((lien, i) => `<Relationship Id="r${i + 1}" ${lien}/>`)
    .join('')}</Relationships>`

const echapper = (texte: string) => texte.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** A workbook's parts by their names, right or wrong. */
export const partsDuClasseur = ({
  feuilles,
  chaines,
  formats = [],
  depuis1904 = false,
  autres = {},
}: ClasseurEcrit): Readonly<Record<string, string | Uint8Array | Comprime>> => {
  const parts: Record<string, string | Uint8Array | Comprime> = {
    '_rels/.rels': relations([`Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"`]),
    'xl/workbook.xml': `${XML}<workbook ${PRINCIPAL} xmlns:r="${RELATIONS}"><workbookPr date1904="${depuis1904 ? 1 : 0}"/><sheets>${feuilles
      .map(
        ({ nom, etat }, i) =>
          `<sheet name="${nom ?? `Feuil${i + 1}`}" sheetId="${i + 1}" ${etat ? `state="${etat}" ` : ''}r:id="r${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...feuilles.map((_, i) => `Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"`),
      `Type="${RELATIONS}/styles" Target="/xl/styles.xml"`,
      ...(chaines ? [`Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"`] : []),
    ]),
    'xl/styles.xml': `${XML}<styleSheet ${PRINCIPAL}><numFmts>${formats
      .map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${echapper(code)}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, i) => `<xf numFmtId="${200 + i}"/>`)
      .join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
  }
  if (chaines)
    parts['xl/sharedStrings.xml'] = `${XML}<sst ${PRINCIPAL}>${chaines.map((c) => `<si>${c}</si>`).join('')}</sst>`
  for (const [i, { lignes, suite = '', brute }] of feuilles.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      brute ?? `${XML}<worksheet ${PRINCIPAL}><sheetData>${lignes}</sheetData>${suite}</worksheet>`
  return { ...parts, ...autres }
}

export const ecrireClasseur = (chemin: string, ecrit: ClasseurEcrit): string => {
  writeFileSync(chemin, zipper(Object.entries(partsDuClasseur(ecrit))))
  return chemin
}

/** A row of inline strings. */
export const rangee = (ligne: number, cellules: readonly string[]): string =>
  `<row r="${ligne}">${cellules
    .map(
      (texte, i) =>
        `<c r="${String.fromCharCode(65 + i)}${ligne}" t="inlineStr"><is><t>${echapper(texte)}</t></is></c>`,
    )
    .join('')}</row>`
