import type { Hasard } from '../../oracle/fabrique/hasard.ts'

/** A sheet once spoilt, and whether it is to be refused for sure. */
export interface FeuilleFautive {
  readonly feuille: string | Uint8Array
  readonly attendu: 'REFUSE' | 'LIBRE'
}

type Faute = (hasard: Hasard, xml: string) => FeuilleFautive

const refusee = (feuille: string): FeuilleFautive => ({ feuille, attendu: 'REFUSE' })

/** Replaces one of the places where a text stands, by chance, the first of them (in the headings) apart. */
const ailleurs = (hasard: Hasard, xml: string, cherche: string, mis: string): string => {
  const bouts = xml.split(cherche)
  const place = hasard.entier(Math.min(2, bouts.length - 1), bouts.length - 1)
  return bouts.slice(0, place).join(cherche) + mis + bouts.slice(place).join(cherche)
}

export const FAUTES: Readonly<Record<string, Faute>> = {
  'feuille coupée': (hasard, xml) => refusee(xml.slice(0, hasard.entier(60, xml.length - '</worksheet>'.length))),
  'balise mal fermée': (hasard, xml) =>
    refusee(ailleurs(hasard, xml, '</row>', hasard.choisir(['</rox>', '', '</row></row>', '</c></row>']))),
  'cellule mal placée': (_, xml) =>
    refusee(xml.replace('</sheetData>', '<row r="1048000"><c r="A7"/></row></sheetData>')),
  'ligne donnée deux fois': (_, xml) =>
    refusee(
      xml.replace('</sheetData>', '<row r="1048000"><c r="A1048000"><v>1</v></c></row><row r="1048000"/></sheetData>'),
    ),
  'cellule donnée deux fois': (_, xml) =>
    refusee(
      xml.replace(
        '</sheetData>',
        '<row r="1048000"><c r="A1048000"><v>1</v></c><c r="A1048000"><v>2</v></c></row></sheetData>',
      ),
    ),
  'ligne au-delà du format': (_, xml) =>
    refusee(xml.replace('</sheetData>', '<row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData>')),
  'colonne au-delà du format': (_, xml) =>
    refusee(xml.replace('</sheetData>', '<row r="1048000"><c r="XFE1048000"><v>1</v></c></row></sheetData>')),
  'texte partagé absent': (_, xml) =>
    refusee(xml.replace('</sheetData>', '<row r="1048000"><c r="A1048000" t="s"><v>99999</v></c></row></sheetData>')),
  'formule jamais calculée': (_, xml) =>
    refusee(xml.replace('</sheetData>', '<row r="1048000"><c r="A1048000"><f>A1</f></c></row></sheetData>')),
  entités: (_, xml) => refusee(xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet')),
  'octets de la feuille': (hasard, xml) => {
    const octets = Buffer.from(xml)
    for (let n = hasard.entier(1, 4); n > 0; n--) octets[hasard.entier(60, octets.length - 1)] = hasard.entier(0, 255)
    return { feuille: octets, attendu: 'LIBRE' }
  },
}
