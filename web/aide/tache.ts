import type { NomImage } from './images.ts'

/**
 * One step, where it is done: the page by its path as the application declares it. In its words, `**…**` is what that page
 * says to the letter (a heading, a button, a field), and `[…]` a link to it; a test reads both on the page itself.
 */
export interface Etape {
  readonly page: string
  readonly texte: string
}

/** One thing that a person comes to do. */
export interface Tache {
  readonly code: string
  readonly titre: string
  /** What else people call it. */
  readonly autres: readonly string[]
  readonly etapes: readonly Etape[]
  readonly image?: NomImage
}

/** A step's words: as they are, to the letter of the page, or a link to it. */
export interface Segment {
  readonly sorte: 'TEXTE' | 'MOT' | 'LIEN'
  readonly texte: string
}

export const lireEtape = ({ texte }: Etape): Segment[] =>
  texte
    .split(/(\*\*[^*]+\*\*|\[[^\]]+\])/)
    .filter((morceau) => morceau !== '')
    .map((morceau) => {
      if (morceau.startsWith('**')) return { sorte: 'MOT', texte: morceau.slice(2, -2) }
      return morceau.startsWith('[')
        ? { sorte: 'LIEN', texte: morceau.slice(1, -1) }
        : { sorte: 'TEXTE', texte: morceau }
    })
