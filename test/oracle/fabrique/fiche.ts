import type { Colonne } from '../colonnes.ts'
import type { Calendrier } from './calendrier.ts'
import type { Hasard } from './hasard.ts'
import type { Reseau } from './reseau.ts'

/** A demande of the made-up territory, in canonical text: ISO days, codes, decimal points, `O` and `N`. */
export type Fiche = Partial<Record<Colonne, string>>

export interface Monde {
  readonly h: Hasard
  readonly calendrier: Calendrier
  readonly reseau: Reseau
  /** The demandes that the next snapshot shows, and those that it leaves out for now. */
  fiches: Fiche[]
  absentes: Fiche[]
  ordre: number
  /** How often a trap is laid rather than an ordinary value written, in [0, 1]. */
  readonly malice: number
  /** How often the first guichet of the network is the one that acts, in [0, 1]. */
  readonly concentration: number
  /** The bailleurs declare the leases that the demandes show, or nearly; else any number. */
  readonly bauxFideles: boolean
}

/** Sets the cell, or empties it. */
export const poser = (fiche: Fiche, colonne: Colonne, valeur: string | null): void => {
  if (valeur === null) delete fiche[colonne]
  else fiche[colonne] = valeur
}

/** A guichet of the network; sometimes none, sometimes in lower case, once in a while a code nobody knows. */
export const guichetQuelconque = (monde: Monde): string | null => {
  const { h, reseau } = monde
  if (h.chance(0.06)) return null
  const code = h.choisir(h.chance(monde.concentration) ? reseau.codes.slice(0, 1) : reseau.codes)
  return h.chance(0.1) ? code.toLowerCase() : code
}

/** Whether to lay a trap here. */
export const piege = (monde: Monde): boolean => monde.h.chance(monde.malice)

export const negligence = (monde: Monde, fiche: Fiche): number => {
  const code = fiche.guichet_enregistrement ?? (fiche.numero_unique ?? '').slice(-5)
  return monde.reseau.negligence.get(code.toUpperCase()) ?? 0.1
}
