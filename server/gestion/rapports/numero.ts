import { contientNumero } from '../../../ingest/contract/numero.ts'
import type { DocumentEcrit } from '../../../reports/document.ts'

/** The digests of files that a report cites: long enough to look like anything. */
const EMPREINTE = /\b[0-9a-f]{64}\b/g

const textesDe = (valeur: unknown): string[] => {
  if (typeof valeur === 'string') return [valeur.replace(EMPREINTE, '')]
  if (typeof valeur !== 'object' || valeur === null) return []
  // A drawing is coordinates: what it says is in its alternative.
  return Object.entries(valeur).flatMap(([nom, sien]) => (nom === 'svg' ? [] : textesDe(sien)))
}

/** Whether anything that a document says holds a numéro unique: such a one is not published. */
export const porteUnNumero = (document: DocumentEcrit): boolean => textesDe(document).some(contientNumero)
