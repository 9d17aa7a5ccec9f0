import type { Readable } from 'node:stream'
import { Blocs } from './blocs.ts'
import { TexteRiche } from './texte.ts'
import { lireXml } from './xml.ts'

const REPERE = 8
const CARACTERES_GARDES = 4_000_000

/** The texts that the cells of a workbook share, kept on disk: where each ends, and their bytes. */
export class Chaines {
  readonly #textes: Blocs
  readonly #fins: Blocs
  readonly #recentes = new Map<number, string>()
  #caracteres = 0
  #nombre = 0

  constructor(prefixe: string) {
    this.#textes = new Blocs(`${prefixe}-textes`)
    this.#fins = new Blocs(`${prefixe}-fins`)
  }

  append(texte: string): void {
    this.#textes.append(Buffer.from(texte))
    const fin = Buffer.alloc(REPERE)
    fin.writeDoubleLE(this.#textes.octets)
    this.#fins.append(fin)
    this.#nombre += 1
  }

  seal(): void {
    this.#textes.flush()
    this.#fins.flush()
  }

  /** Null where the workbook has no such text. */
  find(rang: number): string | null {
    if (!Number.isInteger(rang) || rang < 0 || rang >= this.#nombre) return null
    const recente = this.#recentes.get(rang)
    if (recente !== undefined) return recente
    const texte = this.#textes.read(rang === 0 ? 0 : this.#fin(rang - 1), this.#fin(rang)).toString('utf8')
    this.#caracteres += texte.length + REPERE
    if (this.#caracteres > CARACTERES_GARDES) {
      this.#recentes.clear()
      this.#caracteres = 0
    }
    this.#recentes.set(rang, texte)
    return texte
  }

  #fin(rang: number): number {
    return this.#fins.read(rang * REPERE, (rang + 1) * REPERE).readDoubleLE()
  }

  close(): void {
    this.#textes.close()
    this.#fins.close()
  }
}

export const lireChaines = async (flux: Readable, quoi: string, chaines: Chaines): Promise<void> => {
  const riche = new TexteRiche()
  await lireXml(flux, quoi, {
    ouvre: (nom) => riche.ouvre(nom),
    texte: (texte) => riche.ajoute(texte),
    ferme: (nom) => {
      riche.ferme(nom)
      if (nom === 'si') chaines.append(riche.rend())
    },
  })
  chaines.seal()
}
