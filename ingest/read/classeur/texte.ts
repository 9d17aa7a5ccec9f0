/** `_x000D_` stands for a character that XML cannot hold, `_x005F_` for an underscore that would begin such a mark. */
const ECHAPPE = /_x([0-9A-Fa-f]{4})_/g

/** A text of a workbook as it was typed. Characters that no text holds go out. */
export const decoderTexte = (texte: string): string => {
  if (!texte.includes('_x')) return texte
  return texte.replace(ECHAPPE, (_, code: string) => {
    const point = Number.parseInt(code, 16)
    const imprimable = point >= 32 ? point < 0xd800 || point > 0xdfff : point === 9 || point === 10 || point === 13
    return imprimable ? String.fromCharCode(point) : ''
  })
}

/** Gathers the text of a string item as its marks come: plain or in runs, without the phonetic guide some languages add. */
export class TexteRiche {
  #texte = ''
  #lit = false
  #guide = 0

  ouvre(nom: string): void {
    if (nom === 'rPh') this.#guide += 1
    this.#lit = nom === 't' && this.#guide === 0
  }

  ajoute(texte: string): void {
    if (this.#lit) this.#texte += texte
  }

  ferme(nom: string): void {
    if (nom === 'rPh') this.#guide -= 1
    if (nom === 't') this.#lit = false
  }

  /** The text so far; begins anew. */
  rend(): string {
    const texte = decoderTexte(this.#texte)
    this.#texte = ''
    return texte
  }
}
