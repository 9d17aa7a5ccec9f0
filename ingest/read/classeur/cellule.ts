import { MOTS_VIDES } from '../../contract/mots-vides.ts'
import type { Chaines } from './chaines.ts'
import { dateEnTexte } from './date.ts'
import type { Lecture } from './format-nombre.ts'
import { completerZeros, nombreEnTexte } from './nombre.ts'
import { decoderTexte } from './texte.ts'

/** What a workbook's cells need from the rest of it. */
export interface Contexte {
  readonly chaines: Chaines | null
  readonly styles: readonly Lecture[]
  readonly depuis1904: boolean
}

/** A cell as its sheet writes it: the kind and style it says, the text of its value. */
export interface CelluleBrute {
  readonly sorte: string
  readonly style: number
  readonly valeur: string
}

/** Every error is an empty word, whatever the kind: `#NUM!`, `#SPILL!`. */
const erreurEnTexte = (erreur: string): string => (MOTS_VIDES.includes(erreur.toUpperCase()) ? erreur : '#N/A')

/** A cell's value as a person would have typed it; null where it refers to a text that the workbook lacks. */
export const celluleEnTexte = ({ sorte, style, valeur }: CelluleBrute, contexte: Contexte): string | null => {
  switch (sorte) {
    case 's':
      return valeur.trim() === '' ? '' : (contexte.chaines?.find(Number(valeur)) ?? null)
    case 'inlineStr':
      return valeur
    case 'str':
      return decoderTexte(valeur)
    case 'b':
      return valeur.trim() === '' ? '' : valeur.trim() === '1' || valeur.trim() === 'true' ? 'VRAI' : 'FAUX'
    case 'e':
      return erreurEnTexte(valeur.trim())
    case 'd':
      return valeur.trim()
    default: {
      const lecture = contexte.styles[style]
      if (lecture?.sorte === 'date') return dateEnTexte(valeur, contexte.depuis1904)
      const texte = nombreEnTexte(valeur)
      return lecture?.sorte === 'zeros' ? completerZeros(texte, lecture.zeros) : texte
    }
  }
}
