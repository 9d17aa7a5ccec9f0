import { Transform } from 'node:stream'
import { crc32 } from 'node:zlib'

/** Real extractions pack about 10 to 1; a thousand zeros to one is an attack. */
const RAPPORT_MAX = 100

/** What an archive says of one of its entries. */
export interface Annonce {
  readonly compressedSize: number
  readonly crc32: number
}

export interface Refus {
  readonly demesuree: () => Error
  readonly alteree: () => Error
}

/** What an honest entry would unpack to at most; `franchise` bytes are let through in any case. */
export const plafondDe = ({ compressedSize }: Pick<Annonce, 'compressedSize'>, franchise: number): number =>
  Math.max(franchise, compressedSize * RAPPORT_MAX)

/**
 * Lets an entry's bytes through, until they pass what an honest one would unpack to, and checks at the end that they are
 * those that were packed: a size alone would let a changed bit by.
 */
export const controler = (annonce: Annonce, franchise: number, { demesuree, alteree }: Refus): Transform => {
  const plafond = plafondDe(annonce, franchise)
  let lus = 0
  let somme = 0
  return new Transform({
    transform(bloc: Buffer, _encodage, suite) {
      lus += bloc.length
      if (lus > plafond) return suite(demesuree())
      somme = crc32(bloc, somme)
      suite(null, bloc)
    },
    flush(suite) {
      suite(somme === annonce.crc32 ? null : alteree())
    },
  })
}
