import type { TypeColonne } from '../tableau.ts'
import { echapper, PROLOGUE } from '../xml.ts'

/** Number formats by the type of the column, in the file's own (English) spelling; Excel shows them in the reader's. */
const FORMATS: Readonly<Record<TypeColonne, string>> = {
  // A text stays a text, and no formula, even when it is edited.
  texte: '@',
  json: '@',
  booleen: '@',
  entier: '#,##0',
  nombre: 'General',
  part: '0.0 %',
  jours: '#,##0.0',
  jour: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy hh:mm:ss',
}

const TYPES = Object.keys(FORMATS) as TypeColonne[]
const PREMIER_FORMAT = 164

export const STYLE_ENTETE = 1
const PREMIER_STYLE = 2

export const styleDe = (type: TypeColonne): number => PREMIER_STYLE + TYPES.indexOf(type)

/** `xl/styles.xml`: plain, headings in bold, then one style for each type of column. */
export const stylesXml = (): string => {
  const formats = TYPES.map(
    (type, i) => `<numFmt numFmtId="${PREMIER_FORMAT + i}" formatCode="${echapper(FORMATS[type])}"/>`,
  )
  const styles = TYPES.map(
    (_, i) =>
      `<xf numFmtId="${PREMIER_FORMAT + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  )
  const police = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
  return `${PROLOGUE}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="2"><font>${police}</font><font><b/>${police}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${PREMIER_STYLE + styles.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${styles.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
