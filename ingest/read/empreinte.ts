import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { OCTETS_DES_MARQUES } from './marques.ts'

/** What one pass over a file's bytes tells. */
export interface Lecture {
  readonly sha256: string
  readonly octets: number
  readonly utf8: boolean
  /** Quotes, line ends of several kinds or control characters: the file's lines are not all its records as they stand. */
  readonly irregulier: boolean
  /** Bytes that no text holds. */
  readonly binaire: boolean
  /** A line of more than a mebibyte: no table of text has one. */
  readonly demesuree: boolean
  readonly lignes: number
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

/** Whether some carriage return is not followed by a line feed; one that ends the block is left to the next. */
const retourSeul = (bloc: Buffer): boolean => {
  for (let i = bloc.indexOf(CR); i >= 0 && i < bloc.length - 1; i = bloc.indexOf(CR, i + 1))
    if (bloc[i + 1] !== LF) return true
  return false
}

const compter = (bloc: Buffer, octet: number): number => {
  let n = 0
  for (let i = bloc.indexOf(octet); i >= 0; i = bloc.indexOf(octet, i + 1)) n += 1
  return n
}

/** One pass over a file: its fingerprint, and what its bytes are. */
export const lireOctets = async (chemin: string): Promise<Lecture> => {
  const hash = createHash('sha256')
  let octets = 0
  let utf8 = true
  let irregulier = false
  let retours = 0
  let fins = 0
  let binaire = false
  let demesuree = false
  let sansFin = 0
  let reste = Buffer.alloc(0)
  let fin: number | undefined
  for await (const bloc of createReadStream(chemin, { highWaterMark: LIGNE_MAX }) as AsyncIterable<Buffer>) {
    hash.update(bloc)
    octets += bloc.length
    irregulier ||=
      bloc.includes(QUOTE) ||
      (fin === CR && bloc[0] !== LF) ||
      retourSeul(bloc) ||
      OCTETS_DES_MARQUES.some((marque) => bloc.includes(marque))
    retours += compter(bloc, CR)
    fins += compter(bloc, LF)
    binaire ||= bloc.includes(0)
    const derniere = Math.max(bloc.lastIndexOf(LF), bloc.lastIndexOf(CR))
    const premiere = Math.min(...[LF, CR].map((marque) => bloc.indexOf(marque)).filter((i) => i >= 0))
    demesuree ||= sansFin + Math.min(premiere, bloc.length) > LIGNE_MAX
    sansFin = derniere < 0 ? sansFin + bloc.length : bloc.length - derniere - 1
    fin = bloc.at(-1)
    if (!utf8) continue
    const lu = reste.length === 0 ? bloc : Buffer.concat([reste, bloc])
    const entiere = finEntiere(lu)
    utf8 = isUtf8(lu.subarray(0, entiere))
    reste = Buffer.from(lu.subarray(entiere))
  }
  return {
    sha256: hash.digest('hex'),
    octets,
    utf8: utf8 && isUtf8(reste),
    // Line ends of both kinds in one file are taken one by one.
    irregulier: irregulier || fin === CR || (retours > 0 && retours !== fins),
    binaire,
    demesuree,
    lignes: Math.max(retours, fins),
  }
}
