import { Utf8 } from 'apache-arrow'
import { assembler, type Colonne } from './colonne.ts'
import { moteur, type Vecteur } from './moteur.ts'
import { Bits, lireValidite, valide } from './validite.ts'

/** The engine's `string_t`: a length, then up to 12 bytes in place, or 4 bytes of prefix and a pointer. */
const LARGEUR = 16
const EN_PLACE = 12
const POINTEUR = 8
/** Below this, a loop copies faster than a call. */
const COURT = 48

/** The texts of one vector: where each begins in memory, and blocks of memory read as seldom as can be. */
class Textes {
  readonly #octets: Uint8Array
  readonly #mots: Uint32Array
  readonly #n: number
  #bloc: Uint8Array = new Uint8Array(0)
  #debutBloc = 0

  constructor(vecteur: Vecteur, n: number) {
    this.#octets = moteur.vector_get_data(vecteur, n * LARGEUR)
    this.#mots = new Uint32Array(this.#octets.buffer, this.#octets.byteOffset, n * 4)
    this.#n = n
  }

  longueur(i: number): number {
    return this.#mots[4 * i] ?? 0
  }

  #adresse(i: number): number {
    return (this.#mots[4 * i + 3] ?? 0) * 2 ** 32 + (this.#mots[4 * i + 2] ?? 0)
  }

  /** Reads from row `i` as far as the long texts of the next rows follow each other in memory without a gap. */
  #lireBloc(i: number, bits: Uint8Array | undefined): void {
    this.#debutBloc = this.#adresse(i)
    let fin = this.#debutBloc + this.longueur(i)
    for (let j = i + 1; j < this.#n; j++) {
      if (this.longueur(j) <= EN_PLACE || !valide(bits, j)) continue
      if (this.#adresse(j) !== fin) break
      fin += this.longueur(j)
    }
    const place = this.#octets.byteOffset + i * LARGEUR + POINTEUR
    this.#bloc = moteur.get_data_from_pointer(this.#octets.buffer, place, fin - this.#debutBloc)
  }

  /** Copies the text of row `i`. */
  copier(i: number, bits: Uint8Array | undefined, sortie: Uint8Array, position: number): void {
    const n = this.longueur(i)
    let source = this.#octets
    let debut = i * LARGEUR + 4
    if (n > EN_PLACE) {
      debut = this.#adresse(i) - this.#debutBloc
      if (debut < 0 || debut + n > this.#bloc.length) {
        this.#lireBloc(i, bits)
        debut = 0
      }
      source = this.#bloc
    }
    if (n > COURT) sortie.set(source.subarray(debut, debut + n), position)
    else for (let k = 0; k < n; k++) sortie[position + k] = source[debut + k] ?? 0
  }
}

/** Texts: the engine's UTF-8 as it is, end to end. */
export const colonneTexte = (capacite: number): Colonne => {
  const type = new Utf8()
  const validite = new Bits(capacite)
  const offsets = new Int32Array(capacite + 1)
  let sortie = new Uint8Array(capacite * EN_PLACE)
  let position = 0
  const agrandir = (besoin: number) => {
    if (besoin <= sortie.length) return
    const plus = new Uint8Array(Math.max(besoin, 2 * sortie.length))
    plus.set(sortie.subarray(0, position))
    sortie = plus
  }
  return {
    get octets() {
      return position
    },
    ajouter(vecteur, n) {
      const premier = validite.n
      const bits = lireValidite(vecteur, n)
      validite.ajouter(bits, n)
      const textes = new Textes(vecteur, n)
      let total = 0
      for (let i = 0; i < n; i++) if (valide(bits, i)) total += textes.longueur(i)
      agrandir(position + total)
      for (let i = 0; i < n; i++) {
        if (valide(bits, i)) {
          textes.copier(i, bits, sortie, position)
          position += textes.longueur(i)
        }
        offsets[premier + i + 1] = position
      }
    },
    donnees: () => assembler(type, validite, sortie.subarray(0, position), offsets.subarray(0, validite.n + 1)),
  }
}
