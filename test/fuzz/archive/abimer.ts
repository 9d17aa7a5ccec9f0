import type { Hasard } from '../../oracle/fabrique/hasard.ts'

type Coup = (hasard: Hasard, octets: Buffer) => Buffer

/** What befalls an archive on its way. */
const COUPS: Readonly<Record<string, Coup>> = {
  'bits de l’archive retournés': (hasard, octets) => {
    const copie = Buffer.from(octets)
    for (let n = hasard.entier(1, 3); n > 0; n--) {
      const place = hasard.entier(0, copie.length - 1)
      copie[place] = (copie[place] ?? 0) ^ (1 << hasard.entier(0, 7))
    }
    return copie
  },
  'octets de l’archive remplacés': (hasard, octets) => {
    const copie = Buffer.from(octets)
    for (let n = hasard.entier(1, 8); n > 0; n--) copie[hasard.entier(0, copie.length - 1)] = hasard.entier(0, 255)
    return copie
  },
  'archive coupée': (hasard, octets) => octets.subarray(0, hasard.entier(0, octets.length - 1)),
  'octets de l’archive ôtés': (hasard, octets) => {
    const place = hasard.entier(0, octets.length - 1)
    return Buffer.concat([octets.subarray(0, place), octets.subarray(place + hasard.entier(1, 40))])
  },
  'compte des entrées changé': (hasard, octets) => {
    const copie = Buffer.from(octets)
    const fin = copie.lastIndexOf('PK\x05\x06')
    copie.writeUInt16LE(hasard.entier(0, 6), fin + 10)
    return copie
  },
  'octets devant l’archive': (_, octets) => Buffer.concat([Buffer.from('un mot de trop'), octets]),
}

export const abimerArchive = (hasard: Hasard, octets: Buffer): { readonly genre: string; readonly octets: Buffer } => {
  const genre = hasard.choisir(Object.keys(COUPS))
  return { genre, octets: (COUPS[genre] as Coup)(hasard, octets) }
}
