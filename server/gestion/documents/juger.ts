import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contientNumero } from '../../../ingest/contract/numero.ts'
import { RefusLecture } from '../../../ingest/read/refus-lecture.ts'
import type { TypeDocument } from '../../../web/documents.ts'
import { jugerArchive } from './archive.ts'
import { estPdf, pdfPorteUnProgramme } from './pdf.ts'
import { pdfPorteUnNumero } from './texte.ts'

/** Ten megabytes. */
export const OCTETS_DU_DOCUMENT = 10 * 2 ** 20

const FORMES = 'un PDF, un document DOCX ou ODT, un classeur XLSX ou ODS, une image PNG ou JPEG'

const PORTE_UN_NUMERO =
  'Le document contient un numéro unique : l’en ôter, puis le joindre. Les numéros ne se lisent que dans les listes de demandes.'

type Jugement = { readonly type: TypeDocument } | { readonly refus: string }

const commencePar = (octets: Uint8Array, ...debut: readonly number[]): boolean =>
  debut.every((octet, i) => octets[i] === octet)

const finitPar = (octets: Uint8Array, fin: string): boolean =>
  Buffer.from(octets.subarray(-2048)).includes(Buffer.from(fin, 'latin1'))

/** Where the directory of an archive ends: a file that has one at its end opens as an archive too. */
const FIN_DE_REPERTOIRE = Buffer.from('PK\x05\x06')

const estAussiUneArchive = (octets: Uint8Array): boolean =>
  Buffer.from(octets.subarray(-(2 ** 16 + 22))).includes(FIN_DE_REPERTOIRE)

const jugerPdf = (octets: Uint8Array): Jugement => {
  if (!finitPar(octets, '%%EOF')) return { refus: 'Le PDF est tronqué : l’enregistrer de nouveau, puis le joindre.' }
  if (pdfPorteUnProgramme(octets))
    return { refus: 'Le PDF contient un programme : l’enregistrer sans, puis le joindre.' }
  return pdfPorteUnNumero(octets) ? { refus: PORTE_UN_NUMERO } : { type: 'PDF' }
}

const jugerImage = (octets: Uint8Array, type: 'PNG' | 'JPEG'): Jugement =>
  finitPar(octets, type === 'PNG' ? 'IEND' : '\xff\xd9')
    ? { type }
    : { refus: 'L’image est tronquée : l’enregistrer de nouveau, puis la joindre.' }

/** An archive is read from a file of its own, in the installation's folder for what does not last. */
const jugerZip = async (octets: Uint8Array, temporaire: string): Promise<Jugement> => {
  mkdirSync(temporaire, { recursive: true, mode: 0o700 })
  const chemin = join(temporaire, `document-${randomUUID()}`)
  writeFileSync(chemin, octets, { mode: 0o600, flag: 'wx' })
  try {
    const { type, macro, numero } = await jugerArchive(chemin)
    if (type === null) return { refus: `Ce document n’est pas d’une forme admise : joindre ${FORMES}.` }
    if (macro) return { refus: 'Le document contient une macro : l’enregistrer sans, puis le joindre.' }
    return numero ? { refus: PORTE_UN_NUMERO } : { type }
  } catch (cause) {
    if (cause instanceof RefusLecture) return { refus: cause.message }
    throw cause
  } finally {
    rmSync(chemin, { force: true })
  }
}

/** What a file is, by its content whatever its name; or why it may not be joined, as a sentence. */
export const jugerDocument = async (
  { nom, octets }: { readonly nom: string; readonly octets: Uint8Array },
  temporaire: string,
): Promise<Jugement> => {
  if (octets.length === 0) return { refus: 'Le document est vide.' }
  if (octets.length > OCTETS_DU_DOCUMENT) return { refus: 'Le document pèse plus de 10 Mo : en joindre un plus léger.' }
  if (contientNumero(nom))
    return { refus: 'Le nom du fichier contient un numéro unique : le renommer, puis le joindre.' }
  const estZip = commencePar(octets, 0x50, 0x4b, 0x03, 0x04)
  if (!estZip && estAussiUneArchive(octets))
    return { refus: 'Ce fichier cache une archive : l’enregistrer de nouveau, puis le joindre.' }
  if (estPdf(octets)) return jugerPdf(octets)
  if (commencePar(octets, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return jugerImage(octets, 'PNG')
  if (commencePar(octets, 0xff, 0xd8, 0xff)) return jugerImage(octets, 'JPEG')
  if (estZip) return jugerZip(octets, temporaire)
  return { refus: `Ce fichier n’est pas d’une forme admise : joindre ${FORMES}.` }
}
