import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { RefusLecture } from '../refus-lecture.ts'

/** Characters between two marks: the format allows 32 767 in a cell. */
const SANS_BALISE_MAX = 2 ** 20
/** Marks within marks: a sheet has ten or so. */
const PROFONDEUR_MAX = 200

export type Attributs = Readonly<Record<string, string>>

/** What reads a document as it comes; names are without their prefix. */
export interface Lecteur {
  readonly ouvre?: (nom: string, attributs: Attributs) => void
  readonly texte?: (texte: string) => void
  readonly ferme?: (nom: string) => void
  /** Awaited between two handfuls of bytes: where to let go of what was read. */
  readonly pause?: () => Promise<void>
  /** Whether all that was wanted has been read. */
  readonly fini?: () => boolean
}

export const sansPrefixe = (nom: string): string => nom.slice(nom.indexOf(':') + 1)

const decodeurDe = (tete: Buffer): TextDecoder => {
  if (tete[0] === 0xff && tete[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (tete[0] === 0xfe && tete[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return new TextDecoder('utf-8', { fatal: true })
}

/**
 * Reads XML as it streams, holding no more than one mark or text of it. What is cut, wrongly closed, or brings its own
 * entities is refused; `quoi` names the document.
 */
export const lireXml = async (flux: Readable, quoi: string, lecteur: Lecteur): Promise<void> => {
  const refuser = (pourquoi: string) =>
    new RefusLecture(
      'XLSX_ILLISIBLE',
      `${quoi} ${pourquoi} : le rouvrir dans un tableur et l’enregistrer de nouveau en .xlsx.`,
    )
  let depuis = 0
  const vu = () => {
    depuis = 0
  }
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', () => {
    throw refuser('est coupé ou mal formé')
  })
  parser.on('doctype', () => {
    throw refuser('déclare des entités, ce qu’aucun tableur ne fait')
  })
  let profondeur = 0
  parser.on('opentag', ({ name, attributes }) => {
    vu()
    profondeur += 1
    if (profondeur > PROFONDEUR_MAX) throw refuser('emboîte ses balises sans fin')
    lecteur.ouvre?.(sansPrefixe(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    vu()
    profondeur -= 1
    lecteur.ferme?.(sansPrefixe(name))
  })
  const surTexte = (texte: string) => lecteur.texte?.(texte)
  parser.on('text', surTexte)
  parser.on('cdata', surTexte)
  let decodeur: TextDecoder | null = null
  const ecrire = (texte: string) => {
    depuis += texte.length
    parser.write(texte)
    if (depuis > SANS_BALISE_MAX) throw refuser('a une cellule de plus d’un million de caractères')
  }
  const decoder = (bloc?: Buffer): string => {
    try {
      decodeur ??= decodeurDe(bloc ?? Buffer.alloc(0))
      return bloc === undefined ? decodeur.decode() : decodeur.decode(bloc, { stream: true })
    } catch {
      throw refuser('n’est pas du texte lisible')
    }
  }
  for await (const bloc of flux as AsyncIterable<Buffer>) {
    ecrire(decoder(bloc))
    await lecteur.pause?.()
    if (lecteur.fini?.()) return
  }
  ecrire(decoder())
  parser.close()
  await lecteur.pause?.()
}
