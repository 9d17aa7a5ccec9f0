import { contientNumero } from '../../../ingest/contract/numero.ts'

/** Where a paragraph, a heading or a cell ends: what is on either side are two texts. */
const FIN_DE_TEXTE = /<\/(?:w:p|text:p|text:h|a:p|si|is|v|comment)>/

const ENTITES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’' }

const sansBalises = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hexa?: string, decimal?: string) => {
      const point = Number.parseInt(hexa ?? decimal ?? '', hexa === undefined ? 10 : 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : ''
    })
    .replace(/&(\w+);/g, (tel, nom: string) => ENTITES[nom] ?? tel)

/** Whether a part of an office document holds a numéro unique, each paragraph and each cell read alone. */
export const xmlPorteUnNumero = (xml: string): boolean =>
  xml.split(FIN_DE_TEXTE).some((morceau) => contientNumero(sansBalises(morceau)))

/** What a PDF that is not compressed shows, piece by piece: `[(013) -2 (1026)] TJ` is one. */
const TEXTES_DE_PDF = /\[(?:\s*(?:\((?:\\.|[^\\()]){0,4000}\)|-?[\d.]+)){1,500}\s*\]|\((?:\\.|[^\\()]){0,4000}\)/g

const CHAINES = /\(((?:\\.|[^\\()])*)\)/g

/** Whether the text of a PDF holds a numéro unique, where it can be read: a compressed one shows none. */
export const pdfPorteUnNumero = (octets: Uint8Array): boolean =>
  [...Buffer.from(octets).toString('latin1').matchAll(TEXTES_DE_PDF)].some(([piece]) =>
    contientNumero([...piece.matchAll(CHAINES)].map(([, dit = '']) => dit.replace(/\\(.)/g, '$1')).join('')),
  )
