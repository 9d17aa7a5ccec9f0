import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import { decalageDe, suiteDe } from './crc32.ts'

/** A run of a page that is the same for whoever sees it, compressed once. */
export interface Morceau {
  readonly octets: Buffer
  readonly crc: number
  readonly decalage: number
  /** Bytes, before compression. */
  readonly longueur: number
}

const compresser = promisify(deflateRaw)

const ENTETE = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

/** The most bytes that a block as it is may hold (RFC 1951, 3.2.4). */
export const BLOC_MAX = 65_535

const morceauDe = async (texte: string, dernier: boolean): Promise<Morceau> => {
  const brut = Buffer.from(texte)
  const finishFlush = dernier ? constants.Z_FINISH : constants.Z_FULL_FLUSH
  return {
    octets: await compresser(brut, { level: 6, finishFlush }),
    crc: crc32(brut),
    decalage: decalageDe(brut.length),
    longueur: brut.length,
  }
}

/** Compresses the runs of a page that something stands between, each by itself: what stands there may then differ. */
export const compresserMorceaux = (textes: readonly string[]): Promise<readonly Morceau[]> =>
  Promise.all(textes.map((texte, i) => morceauDe(texte, i === textes.length - 1)))

/** A text as a block that is not compressed, and not the last. */
const blocDe = (octets: Buffer): Buffer => {
  const tete = Buffer.alloc(5)
  tete.writeUInt16LE(octets.length, 1)
  tete.writeUInt16LE(octets.length ^ BLOC_MAX, 3)
  return Buffer.concat([tete, octets])
}

/** One gzip file (RFC 1952) of the runs of a page, with a text between each two of them. */
export const assembler = (morceaux: readonly Morceau[], entre: string): Buffer => {
  const texte = Buffer.from(entre).subarray(0, BLOC_MAX)
  const bloc = blocDe(texte)
  const parties: Buffer[] = [ENTETE]
  let crc = 0
  let longueur = 0
  for (const [i, morceau] of morceaux.entries()) {
    if (i > 0) {
      parties.push(bloc)
      // Of nothing, zlib gives the checksum of nothing, whatever came before.
      if (texte.length > 0) crc = crc32(texte, crc)
      longueur += texte.length
    }
    parties.push(morceau.octets)
    crc = suiteDe(crc, morceau.crc, morceau.decalage)
    longueur += morceau.longueur
  }
  const pied = Buffer.alloc(8)
  pied.writeUInt32LE(crc, 0)
  pied.writeUInt32LE(longueur % 2 ** 32, 4)
  return Buffer.concat([...parties, pied])
}
