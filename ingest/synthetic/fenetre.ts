import type { Alea } from './alea.ts'
import type { Identite } from './identite.ts'

/** A household registered earlier, that a later demande may resemble. Its names never change. */
export interface Ancien {
  readonly numero: string
  readonly enregistrement: number
  /** Day from which it is no longer active. */
  readonly fin: number
  readonly nonRenouvele: boolean
  readonly identite: Identite
  /** Its copies so far. */
  readonly copies: { numero: string; nature: string; fin: number }[]
}

/** The last households kept, within a fixed number of places whatever the size of the simulation. */
export interface Fenetre {
  readonly places: (Ancien | null)[]
  prochaine: number
  remplies: number
}

export const creerFenetre = (places: number): Fenetre => ({
  places: Array.from({ length: places }, () => null),
  prochaine: 0,
  remplies: 0,
})

export const retenir = (fenetre: Fenetre, ancien: Ancien): void => {
  fenetre.places[fenetre.prochaine] = ancien
  fenetre.prochaine = (fenetre.prochaine + 1) % fenetre.places.length
  fenetre.remplies = Math.min(fenetre.remplies + 1, fenetre.places.length)
}

const ESSAIS = 60

/** The place of a household, drawn at random, that suits; -1 where none is found in a few draws. */
export const chercher = (fenetre: Fenetre, alea: Alea, convient: (ancien: Ancien) => boolean): number => {
  for (let i = 0; i < ESSAIS && fenetre.remplies > 0; i++) {
    const place = alea.entier(fenetre.remplies)
    const ancien = fenetre.places[place]
    if (ancien && convient(ancien)) return place
  }
  return -1
}
