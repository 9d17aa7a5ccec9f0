import type { TypeDocument } from '../../web/documents.ts'
import { jugerDocument } from '../gestion/documents/juger.ts'
import type { FormulaireAvecDocument } from '../recevoir-document.ts'
import type { Refuse } from './lettres.ts'

const SANS_FICHIER: Refuse = { refus: 'Aucun document n’a été reçu : en choisir un, puis recommencer.' }

/** What a file is called once it is kept: its own name, with the extension of what it is. */
const nommer = (nom: string, type: string): string => {
  const propre = nom
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .trim()
    .slice(0, 80)
  return `${propre === '' ? 'document' : propre}.${type.toLowerCase()}`
}

/** A file that may be kept, as it will be. */
export interface DocumentAdmis {
  readonly nom: string
  readonly type: TypeDocument
  readonly contenu: Uint8Array
}

/** The file of a form, judged by what it is; why it is not kept otherwise. */
export const admettre = async (
  fichier: FormulaireAvecDocument['fichier'],
  temporaire: string,
): Promise<Refuse | DocumentAdmis> => {
  if (fichier === null) return SANS_FICHIER
  const juge = await jugerDocument(fichier, temporaire)
  if ('refus' in juge) return juge
  return { nom: nommer(fichier.nom, juge.type), type: juge.type, contenu: fichier.octets }
}
