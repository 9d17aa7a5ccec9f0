import type { Context } from 'hono'
import { estFormeDeDocument, FORMES_DE_DOCUMENT, type FormeDeDocument } from '../../reports/document.ts'
import type { TypeDocument } from '../../web/documents.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { consigner } from '../state/journal.ts'

const ODF = 'application/vnd.oasis.opendocument'

/** What each kind is to a program: told by what the file was judged to be, never by who sent it. */
const TYPES: Readonly<Record<TypeDocument, string>> = {
  PDF: FORMES_DE_DOCUMENT.pdf,
  DOCX: FORMES_DE_DOCUMENT.docx,
  ODT: `${ODF}.text`,
  ODS: `${ODF}.spreadsheet`,
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  HTML: 'text/html; charset=utf-8',
  JSON: 'application/json',
}

/** The form that an address asks for by the end of its file's name; null for none that there is. */
export const formeDemandee = (c: Context): FormeDeDocument | null => {
  const forme = c.req.param('fichier')?.split('.')[1] ?? ''
  return estFormeDeDocument(forme) ? forme : null
}

interface Fichier {
  readonly nom: string
  readonly type: TypeDocument
  readonly octets: Uint8Array
  readonly territoire: string
}

const enAscii = (nom: string): string => nom.normalize('NFD').replace(/[^\w. -]+/g, '')

/** Gives a document to keep, never to be opened in the page, and writes in the audit log who took it. */
export const envoyerDocument = async (
  { etat, maintenant }: Deps,
  c: Context<Env>,
  { nom, type, octets, territoire }: Fichier,
): Promise<Response> => {
  const { qui, role } = c.get('acces')
  await consigner(etat, {
    ...{ instant: instantDe(maintenant()), qui, role, action: 'DOCUMENT', territoire },
    detail: { document: nom },
  })
  c.header('Content-Type', TYPES[type])
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Disposition', `attachment; filename="${enAscii(nom)}"; filename*=UTF-8''${encodeURIComponent(nom)}`)
  return c.body(new Uint8Array(octets))
}
