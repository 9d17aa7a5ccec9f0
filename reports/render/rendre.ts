import type { DocumentEcrit, FormeDeDocument } from '../document.ts'
import { rendreDocx } from './docx.ts'
import { rendrePdf } from './pdf.ts'

const RENDUS: Readonly<Record<FormeDeDocument, (document: DocumentEcrit) => Promise<Buffer>>> = {
  pdf: rendrePdf,
  docx: rendreDocx,
}

/** Makes a file of a document. */
export const rendre = (document: DocumentEcrit, forme: FormeDeDocument): Promise<Buffer> => RENDUS[forme](document)
