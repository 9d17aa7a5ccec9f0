import type { Readable } from 'node:stream'
import { nomEntree } from '../../../ingest/read/archive/nom-entree.ts'
import { ouvrirArchive } from '../../../ingest/read/archive/ouvrir.ts'
import { RefusLecture } from '../../../ingest/read/refus-lecture.ts'
import type { TypeDocument } from '../../../web/documents.ts'
import { xmlPorteUnNumero } from './texte.ts'

/** What of an office document is read may weigh, once unpacked. */
const OCTETS_DEPLOYES = 48 * 2 ** 20
const FRANCHISE = 8 * 2 ** 20

const MACRO = /vbaProject|(^|\/)(Basic|Scripts)\//i

/** The part that makes each kind what it is. */
const PARTS: readonly (readonly [part: string, type: TypeDocument])[] = [
  ['word/document.xml', 'DOCX'],
  ['xl/workbook.xml', 'XLSX'],
]

const TYPES_ODF: Readonly<Record<string, TypeDocument>> = {
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
}

/** What an archive is, as an office document, and whether its text holds a numéro unique. */
export interface ArchiveJugee {
  readonly type: TypeDocument | null
  readonly macro: boolean
  readonly numero: boolean
}

const lireTexte = async (flux: Readable, reste: number, trop: () => Error): Promise<string> => {
  const blocs: Buffer[] = []
  let lus = 0
  for await (const bloc of flux as AsyncIterable<Buffer>) {
    lus += bloc.length
    if (lus > reste) throw trop()
    blocs.push(bloc)
  }
  return Buffer.concat(blocs).toString('utf8')
}

/**
 * Opens an archive as the office document that it may be, with bounds that a bomb does not pass.
 *
 * @throws RefusLecture where it is cut, altered, protected, or unpacks beyond what a document is.
 */
export const jugerArchive = async (chemin: string): Promise<ArchiveJugee> => {
  const archive = await ouvrirArchive(chemin, {
    code: 'DOCUMENT_REFUSE',
    quoi: 'Le document',
    accord: '',
    franchise: FRANCHISE,
    epurer: 'l’enregistrer de nouveau, puis le joindre.',
    remede: 'l’enregistrer de nouveau, puis le joindre.',
  })
  const trop = () =>
    new RefusLecture('DOCUMENT_REFUSE', 'Le document se déploie au-delà de toute taille vraisemblable : il est refusé.')
  try {
    const noms = archive.entrees.map(nomEntree)
    let type = PARTS.find(([part]) => noms.includes(part))?.[1] ?? null
    let macro = noms.some((nom) => MACRO.test(nom))
    let [reste, numero] = [OCTETS_DEPLOYES, false]
    for (const entree of archive.entrees) {
      const nom = nomEntree(entree)
      if (!/\.(xml|rels)$|^mimetype$/.test(nom)) continue
      const texte = await lireTexte(await archive.lire(entree), reste, trop)
      reste -= texte.length
      if (nom === 'mimetype') type ??= TYPES_ODF[texte.trim()] ?? null
      if (nom === '[Content_Types].xml') macro ||= texte.includes('macroEnabled')
      numero ||= xmlPorteUnNumero(texte)
    }
    return { type, macro, numero }
  } finally {
    archive.fermer()
  }
}
