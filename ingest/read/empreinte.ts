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
  /** A line of more than a mebibyte: no table of text has one. */
  readonly demesuree: boolean
}

/** In bytes. */
export const LIGNE_MAX = 2 ** 20

const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22

/** Where the last character of a block of UTF-8 begins, if the block may have cut it; else the block's length. */
const finEntiere = (bloc: Buffer): number => {
  let i = bloc.length - 1
  while (i > 0 && i > bloc.length - 4 && ((bloc[i] ?? 0) & 0xc0) === 0x80) i -= 1
  return ((bloc[i] ?? 0) & 0xc0) === 0xc0 ? i : bloc.length
}

/** One pass over a file: its fingerprint, and what its bytes are. */
export const lireOctets = async (chemin: string): Promise<Lecture> => {
  const hash = createHash('sha256')
  let octets = 0
  let utf8 = true
  let guillemets = false
  let binaire = false
  let demesuree = false
  let sansFin = 0
  let reste = Buffer.alloc(0)
  for await (const bloc of createReadStream(chemin, { highWaterMark: LIGNE_MAX }) as AsyncIterable<Buffer>) {
    hash.update(bloc)
    octets += bloc.length
    guillemets ||= bloc.includes(QUOTE)
    binaire ||= bloc.includes(0)
    const derniere = Math.max(bloc.lastIndexOf(LF), bloc.lastIndexOf(CR))
    const premiere = Math.min(...[LF, CR].map((fin) => bloc.indexOf(fin)).filter((i) => i >= 0))
    demesuree ||= sansFin + Math.min(premiere, bloc.length) > LIGNE_MAX
    sansFin = derniere < 0 ? sansFin + bloc.length : bloc.length - derniere - 1
    if (!utf8) continue
    const lu = Buffer.concat([reste, bloc])
    const fin = finEntiere(lu)
    utf8 = isUtf8(lu.subarray(0, fin))
    reste = Buffer.from(lu.subarray(fin))
  }
  return { sha256: hash.digest('hex'), octets, utf8: utf8 && isUtf8(reste), guillemets, binaire, demesuree }
}

export const encodageDe = (tete: Buffer, lecture: Lecture): Encodage => {
  if (tete[0] === 0xff && tete[1] === 0xfe) return 'utf-16le'
  return lecture.utf8 ? 'utf-8' : 'windows-1252'
}
