import type { DocumentEcrit } from '../document.ts'
import { enClasseur } from './classeur.ts'

/** Every form that a report is had in; each is also the extension of its files. */
export const FORMES_DE_RAPPORT = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  json: 'application/json',
} as const

export type FormeDeRapport = keyof typeof FORMES_DE_RAPPORT

export const CODES_FORMES_DE_RAPPORT = Object.keys(FORMES_DE_RAPPORT) as readonly FormeDeRapport[]

export const estFormeDeRapport = (texte: string): texte is FormeDeRapport => Object.hasOwn(FORMES_DE_RAPPORT, texte)

const reunir = async (morceaux: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const lus: Uint8Array[] = []
  for await (const morceau of morceaux) lus.push(morceau)
  return Buffer.concat(lus)
}

const RENDUS: Readonly<Record<FormeDeRapport, (document: DocumentEcrit) => Promise<Uint8Array>>> = {
  pdf: async (document) => (await import('./pdf.ts')).rendrePdf(document),
  html: async (document) => Buffer.from((await import('./html.tsx')).rendreHtml(document)),
  docx: async (document) => (await import('./docx.ts')).rendreDocx(document),
  xlsx: async (document) => reunir((await import('../tableau/xlsx/xlsx.ts')).writeClasseurXlsx(enClasseur(document))),
  ods: async (document) => reunir((await import('../tableau/ods/ods.ts')).writeClasseurOds(enClasseur(document))),
  json: async (document) => Buffer.from(`${JSON.stringify(document, null, 2)}\n`),
}

/** Makes a file of a report; each renderer loads when it is asked for. */
export const rendreRapport = (document: DocumentEcrit, forme: FormeDeRapport): Promise<Uint8Array> =>
  RENDUS[forme](document)
