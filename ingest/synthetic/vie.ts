import type { Calendrier } from './calendrier.ts'
import { CONSERVATION } from './durees.ts'

/** What happens to a demande, in the order in which acts of one day count. */
export const ACTES = {
  attestation: 0,
  renouvellement: 1,
  modification: 2,
  radiation: 3,
  reactivation: 4,
  separation: 5,
} as const

/** A day that never comes. */
export const JAMAIS = 2 ** 27

export interface Radiation {
  /** Effective, then recorded. */
  readonly date: number
  readonly saisie: number
  readonly guichet: number
  readonly motif: string
  /** Signature of a lease, 0 for none, and the rank of the guichet that let the dwelling. */
  readonly bail: number
  readonly bailleur: number
}

/** A demande's acts in order: `jour * 8 + acte`, with the guichet that did it or the rank of its radiation. */
export interface Vie {
  readonly cles: number[]
  readonly acteurs: number[]
  readonly radiations: Radiation[]
  /** Leases signed, recorded or not: day, and rank of the guichet. */
  readonly baux: number[]
  readonly bailleurs: number[]
  /** Day from which the base no longer shows it active. */
  fin: number
  reactivee: boolean
}

export const nouvelleVie = (): Vie => ({
  cles: [],
  acteurs: [],
  radiations: [],
  baux: [],
  bailleurs: [],
  fin: JAMAIS,
  reactivee: false,
})

export const effacerVie = (vie: Vie): void => {
  vie.cles.length = 0
  vie.acteurs.length = 0
  vie.radiations.length = 0
  vie.baux.length = 0
  vie.bailleurs.length = 0
  vie.fin = JAMAIS
  vie.reactivee = false
}

export const ajouterActe = (vie: Vie, jour: number, acte: number, acteur: number): void => {
  const cle = jour * 8 + acte
  let i = vie.cles.length
  for (; i > 0 && (vie.cles[i - 1] as number) > cle; i--) {
    vie.cles[i] = vie.cles[i - 1] as number
    vie.acteurs[i] = vie.acteurs[i - 1] as number
  }
  vie.cles[i] = cle
  vie.acteurs[i] = acteur
}

export const radier = (vie: Vie, radiation: Radiation): void => {
  ajouterActe(vie, radiation.saisie, ACTES.radiation, vie.radiations.length)
  vie.radiations.push(radiation)
  vie.fin = radiation.saisie
}

export const reactiver = (vie: Vie, jour: number): void => {
  ajouterActe(vie, jour, ACTES.reactivation, -1)
  vie.fin = JAMAIS
  vie.reactivee = true
}

/** Ends a life sooner than it would have: what came after is as if it had never been. */
export const abreger = (vie: Vie, radiation: Radiation): void => {
  const cle = radiation.saisie * 8
  while (vie.cles.length > 0 && (vie.cles.at(-1) as number) >= cle) {
    vie.cles.pop()
    vie.acteurs.pop()
  }
  while (vie.baux.length > 0 && (vie.baux.at(-1) as number) >= radiation.date) {
    vie.baux.pop()
    vie.bailleurs.pop()
  }
  radier(vie, radiation)
}

/** Last day at which a snapshot still shows the demande. */
export const derniereParution = (vie: Vie, calendrier: Calendrier): number => {
  const radiation = vie.fin === JAMAIS ? undefined : vie.radiations.at(-1)
  return radiation === undefined ? JAMAIS : calendrier.plusMois(radiation.date, CONSERVATION)
}
