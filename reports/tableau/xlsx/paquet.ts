import { echapper, PROLOGUE } from '../xml.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PAQUET = 'http://schemas.openxmlformats.org/package/2006'
const CONTENU = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface FeuilleEcrite {
  readonly nom: string
  /** What its filter spans, as `$A$1:$F$20`; null for a sheet without one. */
  readonly plage: string | null
}

export const RELATIONS = `${PROLOGUE}<Relationships xmlns="${PAQUET}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const adresse = ({ nom, plage }: FeuilleEcrite): string => `'${nom.replaceAll("'", "''")}'!${plage}`

/** The workbook: its sheets, in their order. */
export const classeurXml = (feuilles: readonly FeuilleEcrite[]): string => {
  const noms = feuilles.flatMap((feuille, i) =>
    feuille.plage === null
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${echapper(adresse(feuille))}</definedName>`,
        ],
  )
  const liste = feuilles.map(({ nom }, i) => `<sheet name="${echapper(nom)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  return `${PROLOGUE}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${liste.join('')}</sheets>${noms.length === 0 ? '' : `<definedNames>${noms.join('')}</definedNames>`}</workbook>`
}

/** `n` sheets, and the styles. */
export const relationsClasseur = (n: number): string => {
  const feuilles = Array.from(
    { length: n },
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  return `${PROLOGUE}<Relationships xmlns="${PAQUET}/relationships">${feuilles.join('')}<Relationship Id="rId${n + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
}

export const typesDeContenu = (n: number): string => {
  const feuilles = Array.from(
    { length: n },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${CONTENU}.worksheet+xml"/>`,
  )
  return `${PROLOGUE}<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENU}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENU}.styles+xml"/>${feuilles.join('')}</Types>`
}
