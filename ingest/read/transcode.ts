import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import iconv from 'iconv-lite'
import type { Lecture } from './empreinte.ts'
import { lecteurUtf8 } from './utf8.ts'
import { lecteurUtf16 } from './utf16.ts'

export type Encodage = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

const BLOC = 1 << 20

export const estUtf16 = (encodage: Encodage): boolean => encodage === 'utf-16le' || encodage === 'utf-16be'

const MARQUES: readonly (readonly [Encodage, readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
]

/**
 * A file's encoding: its BOM decides alone; else UTF-8 where its valid sequences of several bytes outnumber the bytes that
 * are none, else Windows-1252.
 */
export const encodageDe = async (chemin: string, tete: Buffer, { utf8 }: Lecture): Promise<Encodage> => {
  const marque = MARQUES.find(([, octets]) => octets.every((octet, i) => tete[i] === octet))
  if (marque !== undefined) return marque[0]
  if (utf8) return 'utf-8'
  const { lire, comptes } = lecteurUtf8()
  for await (const bloc of createReadStream(chemin, { highWaterMark: BLOC }) as AsyncIterable<Buffer>) lire(bloc, false)
  lire(Buffer.alloc(0), true)
  const { sequences, repris } = comptes()
  return sequences > repris ? 'utf-8' : 'windows-1252'
}

/**
 * Writes a copy of a file in well-formed UTF-8, and says how many of its bytes were none of its encoding: among UTF-8 they
 * are read as Windows-1252.
 * Node's own TextDecoder gets Windows-1252's 0x80–0x9F wrong.
 */
export const transcoder = async (source: string, cible: string, encodage: Encodage): Promise<number> => {
  const entree = createReadStream(source, { highWaterMark: BLOC })
  const sortie = createWriteStream(cible, { mode: 0o600 })
  if (encodage === 'windows-1252') {
    await pipeline(entree, iconv.decodeStream(encodage), iconv.encodeStream('utf-8'), sortie)
    return 0
  }
  const { lire, comptes } = encodage === 'utf-8' ? lecteurUtf8() : lecteurUtf16(encodage === 'utf-16be')
  const reprise = new Transform({
    transform: (bloc: Buffer, _, suite) => suite(null, lire(bloc, false)),
    flush: (suite) => suite(null, lire(Buffer.alloc(0), true)),
  })
  await pipeline(entree, reprise, sortie)
  return comptes().repris
}
