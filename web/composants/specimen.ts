import type { Child } from 'hono/jsx'
import type { Contexte } from '../contexte.ts'

/** A component by its file and name, in each of its states; what it shows is made up. */
export interface Specimen {
  readonly fichier: string
  readonly nom: string
  readonly etats: readonly (readonly [etat: string, montre: Child])[]
}

export type Specimens = (contexte: Contexte) => readonly Specimen[]
