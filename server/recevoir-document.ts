import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { OCTETS_DU_DOCUMENT } from './gestion/documents/juger.ts'

/** A form with one file, held in memory: small enough for it. */
export interface FormulaireAvecDocument {
  readonly champs: Readonly<Record<string, string>>
  /** Null where none was chosen. */
  readonly fichier: { readonly nom: string; readonly octets: Uint8Array } | null
}

const LIMITES = { files: 1, fileSize: OCTETS_DU_DOCUMENT + 1, fields: 20, fieldSize: 8000 }

/** Reads a form that joins a document; a file over the limit comes cut just past it. Null where the form is none, or was cut. */
export const recevoirDocument = async (requete: Request): Promise<FormulaireAvecDocument | null> => {
  const type = requete.headers.get('content-type') ?? ''
  if (requete.body === null || !type.startsWith('multipart/form-data')) return null
  const champs: Record<string, string> = {}
  const blocs: Buffer[] = []
  let nom = ''
  try {
    const lecteur = busboy({ headers: { 'content-type': type }, defParamCharset: 'utf8', limits: LIMITES })
    lecteur.on('field', (champ, valeur) => {
      champs[champ] = valeur.trim()
    })
    lecteur.on('file', (_champ, flux, { filename }) => {
      nom = basename(filename ?? '')
      flux.on('data', (bloc: Buffer) => blocs.push(bloc))
    })
    await pipeline(Readable.fromWeb(requete.body as Parameters<typeof Readable.fromWeb>[0]), lecteur)
  } catch {
    return null
  }
  return { champs, fichier: nom === '' ? null : { nom, octets: Buffer.concat(blocs) } }
}
