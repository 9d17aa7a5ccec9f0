import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Encodage } from './transcode.ts'

/** What one pass over a file's bytes tells. */
export interface Lecture {
  readonly sha256: string
  readonly octets: number
  readonly utf8: boolean
  readonly guillemets: boolean
  /** Bytes that no text holds. */
  readonly binaire: boolean
}

const LF = 0x0a
const QUOTE = 0x22

/** One pass over a file: its fingerprint, and what its bytes are. */
export const lireOctets = async (chemin: string): Promise<Lecture> => {
  const hash = createHash('sha256')
  let octets = 0
  let utf8 = true
  let guillemets = false
  let binaire = false
  let reste = Buffer.alloc(0)
  for await (const bloc of createReadStream(chemin, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(bloc)
    octets += bloc.length
    guillemets ||= bloc.includes(QUOTE)
    binaire ||= bloc.includes(0)
    if (!utf8) continue
    const fin = bloc.lastIndexOf(LF) + 1
    utf8 = isUtf8(Buffer.concat([reste, bloc.subarray(0, fin)]))
    reste = fin === 0 ? Buffer.concat([reste, bloc]) : Buffer.from(bloc.subarray(fin))
  }
  return { sha256: hash.digest('hex'), octets, utf8: utf8 && isUtf8(reste), guillemets, binaire }
}

export const encodageDe = (tete: Buffer, lecture: Lecture): Encodage => {
  if (tete[0] === 0xff && tete[1] === 0xfe) return 'utf-16le'
  return lecture.utf8 ? 'utf-8' : 'windows-1252'
}
