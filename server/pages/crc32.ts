/** The polynomial of gzip's checksum (RFC 1952, 8), its bits in reverse. */
const POLYNOME = 0xedb88320

const UN = 0x80000000

/** The product of two polynomials modulo that of the checksum. */
const produit = (a: number, b: number): number => {
  let reste = 0
  let facteur = b
  for (let bit = UN; bit !== 0; bit >>>= 1) {
    if (a & bit) reste ^= facteur
    facteur = facteur & 1 ? (facteur >>> 1) ^ POLYNOME : facteur >>> 1
  }
  return reste >>> 0
}

/** What so many bytes more multiply a checksum by: x to the power of their bits. */
export const decalageDe = (octets: number): number => {
  let puissance = UN
  let carre = UN >>> 8
  for (let reste = octets; reste > 0; reste = Math.floor(reste / 2)) {
    if (reste % 2 === 1) puissance = produit(carre, puissance)
    carre = produit(carre, carre)
  }
  return puissance
}

/** The checksum of a text that another follows, from theirs and the other's shift. */
export const suiteDe = (crc: number, crcDeLAutre: number, decalage: number): number =>
  (produit(decalage, crc) ^ crcDeLAutre) >>> 0
