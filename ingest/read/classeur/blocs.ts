import { closeSync, openSync, readSync, writeSync } from 'node:fs'

const BLOC = 65_536
const BLOCS_GARDES = 128

/** Bytes appended to a file and read again at any place, a few blocks of them held: memory stays the same, whatever their number. */
export class Blocs {
  readonly #fichier: number
  readonly #gardes = new Map<number, Buffer>()
  #attente: Buffer[] = []
  #enAttente = 0
  #octets = 0

  constructor(chemin: string) {
    this.#fichier = openSync(chemin, 'wx+', 0o600)
  }

  get octets(): number {
    return this.#octets
  }

  append(bloc: Buffer): void {
    this.#attente.push(bloc)
    this.#enAttente += bloc.length
    this.#octets += bloc.length
    if (this.#enAttente >= BLOC) this.flush()
  }

  /** To be called before reading. */
  flush(): void {
    const tout = Buffer.concat(this.#attente)
    for (let ecrits = 0; ecrits < tout.length; ) ecrits += writeSync(this.#fichier, tout, ecrits)
    this.#attente = []
    this.#enAttente = 0
  }

  read(debut: number, fin: number): Buffer {
    const premier = Math.floor(debut / BLOC)
    const dernier = Math.floor((fin - 1) / BLOC)
    if (fin <= debut) return Buffer.alloc(0)
    const base = premier * BLOC
    if (premier === dernier) return this.#bloc(premier).subarray(debut - base, fin - base)
    const blocs = Array.from({ length: dernier - premier + 1 }, (_, i) => this.#bloc(premier + i))
    return Buffer.concat(blocs).subarray(debut - base, fin - base)
  }

  #bloc(rang: number): Buffer {
    const garde = this.#gardes.get(rang)
    if (garde !== undefined) return garde
    const lu = Buffer.alloc(BLOC)
    const taille = readSync(this.#fichier, lu, 0, BLOC, rang * BLOC)
    const bloc = lu.subarray(0, taille)
    this.#gardes.set(rang, bloc)
    if (this.#gardes.size > BLOCS_GARDES)
      for (const ancien of this.#gardes.keys()) {
        this.#gardes.delete(ancien)
        break
      }
    return bloc
  }

  close(): void {
    closeSync(this.#fichier)
  }
}
