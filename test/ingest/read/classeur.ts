import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normaliserIntitule } from '../../../ingest/contract/intitules.ts'
import { type ClasseurLu, lireClasseur } from '../../../ingest/read/classeur/lire-classeur.ts'
import { dossierTemporaire } from '../../base.ts'
import { type Comprime, enZip } from '../zip.ts'

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

/** Writes a workbook part by part, right or wrong. */
export const ecrireClasseur = (
  chemin: string,
  { feuilles, chaines, formats = [], depuis1904 = false, autres = {} }: ClasseurEcrit,
): string => {
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
  enZip(chemin, { ...parts, ...autres })
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

export interface LigneRelue {
  readonly l: number
  readonly c: readonly string[]
}

export const lireA = (chemin: string, connus: readonly string[]): Promise<ClasseurLu> =>
  lireClasseur({
    chemin,
    nom: 'demandes.xlsx',
    prefixe: join(dossierTemporaire(), 'f'),
    connus: connus.map(normaliserIntitule),
  })

export const lignesDe = (lu: ClasseurLu, rang = 0): LigneRelue[] =>
  readFileSync(lu.lues[rang]?.chemin ?? '', 'utf8')
    .split('\n')
    .filter((ligne) => ligne !== '')
    .map((ligne) => JSON.parse(ligne) as LigneRelue)

/** The rows read from a workbook written so, under the headings `a`, `b` and `c`. */
export const relire = async (ecrit: ClasseurEcrit): Promise<LigneRelue[]> =>
  lignesDe(await lireA(ecrireClasseur(join(dossierTemporaire(), 'demandes.xlsx'), ecrit), ['a', 'b', 'c']))

export const ENTETE = rangee(1, ['a', 'b', 'c'])

export const feuille = (lignes: string, suite = ''): ClasseurEcrit => ({
  feuilles: [{ lignes: ENTETE + lignes, suite }],
})
