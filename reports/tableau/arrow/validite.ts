import type { Vecteur } from './moteur.ts'
import { moteur } from './moteur.ts'

const compter = (octet: number): number => {
  let n = octet - ((octet >> 1) & 0x55)
  n = (n & 0x33) + ((n >> 2) & 0x33)
  return (n + (n >> 4)) & 0x0f
}

/** The rows of a vector that have a value, a bit each; undefined where all have. */
export const lireValidite = (vecteur: Vecteur, n: number): Uint8Array | undefined =>
  moteur.vector_get_validity(vecteur, Math.ceil(n / 64) * 8) ?? undefined

export const valide = (bits: Uint8Array | undefined, i: number): boolean =>
  bits === undefined || (((bits[i >> 3] ?? 0) >> (i & 7)) & 1) === 1

/** Bits gathered from chunk to chunk: the validity of a column, or a column of booleans. */
export class Bits {
  readonly octets: Uint8Array
  #n = 0

  constructor(capacite: number) {
    this.octets = new Uint8Array(Math.ceil(capacite / 8))
  }

  /** Adds `n` bits; all 1 without a source. */
  ajouter(source: Uint8Array | undefined, n: number): void {
    const debut = this.#n
    this.#n += n
    if (debut % 8 === 0) {
      const place = this.octets.subarray(debut / 8, Math.ceil(this.#n / 8))
      if (source === undefined) place.fill(0xff)
      else place.set(source.subarray(0, place.length))
      return
    }
    for (let i = 0; i < n; i++) {
      const place = debut + i
      const masque = 1 << (place & 7)
      const octet = this.octets[place >> 3] ?? 0
      this.octets[place >> 3] = valide(source, i) ? octet | masque : octet & ~masque
    }
  }

  /** How many bits are 0. */
  zeros(): number {
    let uns = 0
    const entiers = this.#n >> 3
    for (let i = 0; i < entiers; i++) uns += compter(this.octets[i] ?? 0)
    const reste = (this.octets[entiers] ?? 0) & ((1 << (this.#n & 7)) - 1)
    return this.#n - uns - compter(reste)
  }

  get n(): number {
    return this.#n
  }
}
