import { type ClasseurLu, type DemandeClasseur, lireClasseur } from '../classeur/lire-classeur.ts'
import { dezipper } from '../zip.ts'

/** What is done apart from the process that holds the base: opening what others made. */
export type Travail =
  | { readonly sorte: 'archive'; readonly nom: string; readonly chemin: string; readonly cible: string }
  | ({ readonly sorte: 'classeur' } & DemandeClasseur)

export interface Fruits {
  readonly archive: null
  readonly classeur: ClasseurLu
}

export type Reponse =
  | { readonly fait: Fruits[keyof Fruits] }
  | { readonly refus: { readonly code: string; readonly phrase: string } }

export const accomplir = async (travail: Travail): Promise<Fruits[keyof Fruits]> => {
  if (travail.sorte === 'classeur') return lireClasseur(travail)
  await dezipper(travail.chemin, travail.cible)
  return null
}
