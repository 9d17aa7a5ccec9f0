import type { ActeControle, EtatControle } from '../../../web/controles.ts'
import type { Role } from '../../acces/roles.ts'

/** What an act asks besides a state and a role. */
export const CONDITIONS = {
  INSTANTANE: 'Ce mois n’a pas d’instantané : charger celui qui le clôt, ou signer sans lui passé le délai.',
  DOUZE_POINTS: 'Les douze points ne sont pas tous vus.',
  SANS_INSTANTANE: 'Ce mois a un instantané, ou son délai n’est pas passé : il se signe douze points vus.',
  MOTIF: 'Un motif est demandé.',
} as const

export type Condition = keyof typeof CONDITIONS

/** What conditions are judged by. */
export interface Situation {
  /** The month has its snapshot. */
  readonly instantane: boolean
  readonly pointsVus: number
  /** The delay after the end of the month has passed. */
  readonly delaiPasse: boolean
  /** What the person typed. */
  readonly motif: string
}

export interface Transition {
  readonly etat: EtatControle
  readonly acte: ActeControle
  readonly qui: readonly Role[]
  readonly conditions: readonly Condition[]
  readonly suivant: EtatControle
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']

const transition = (
  etat: EtatControle,
  acte: ActeControle,
  suivant: EtatControle,
  ...conditions: readonly Condition[]
): Transition => ({ etat, acte, qui: GESTIONNAIRE, conditions, suivant })

/** All that can be done of a monthly control: what is not here is refused. */
export const TRANSITIONS: readonly Transition[] = [
  transition('A_FAIRE', 'COCHER', 'EN_COURS'),
  transition('A_FAIRE', 'NOTER', 'EN_COURS'),
  transition('A_FAIRE', 'SIGNER_SANS_INSTANTANE', 'SIGNE', 'SANS_INSTANTANE', 'MOTIF'),
  transition('EN_COURS', 'COCHER', 'EN_COURS'),
  transition('EN_COURS', 'DECOCHER', 'EN_COURS'),
  transition('EN_COURS', 'NOTER', 'EN_COURS'),
  transition('EN_COURS', 'SIGNER', 'SIGNE', 'INSTANTANE', 'DOUZE_POINTS'),
  transition('EN_COURS', 'SIGNER_SANS_INSTANTANE', 'SIGNE', 'SANS_INSTANTANE', 'MOTIF'),
  transition('ROUVERT', 'COCHER', 'ROUVERT'),
  transition('ROUVERT', 'DECOCHER', 'ROUVERT'),
  transition('ROUVERT', 'NOTER', 'ROUVERT'),
  transition('ROUVERT', 'SIGNER', 'SIGNE', 'INSTANTANE', 'DOUZE_POINTS'),
  transition('ROUVERT', 'SIGNER_SANS_INSTANTANE', 'SIGNE', 'SANS_INSTANTANE', 'MOTIF'),
  transition('SIGNE', 'ROUVRIR', 'ROUVERT', 'MOTIF'),
]

const NOMBRE_DE_POINTS = 12

const EST_REMPLIE: Readonly<Record<Condition, (situation: Situation) => boolean>> = {
  INSTANTANE: ({ instantane }) => instantane,
  DOUZE_POINTS: ({ pointsVus }) => pointsVus === NOMBRE_DE_POINTS,
  SANS_INSTANTANE: ({ instantane, delaiPasse }) => !instantane && delaiPasse,
  MOTIF: ({ motif }) => motif !== '',
}

/** Where an act leads, or what it lacks. */
export type Issue = { readonly suivant: EtatControle } | { readonly manque: 'ROLE' | 'ETAT' | Condition }

export const avancerControle = (etat: EtatControle, acte: ActeControle, role: Role, situation: Situation): Issue => {
  const ligne = TRANSITIONS.find((t) => t.etat === etat && t.acte === acte)
  if (ligne === undefined) return { manque: 'ETAT' }
  if (!ligne.qui.includes(role)) return { manque: 'ROLE' }
  const manque = ligne.conditions.find((condition) => !EST_REMPLIE[condition](situation))
  return manque === undefined ? { suivant: ligne.suivant } : { manque }
}

/** Why an act was not done, as a sentence. */
export const direManque = (manque: 'ROLE' | 'ETAT' | Condition): string => {
  if (manque === 'ROLE') return 'Seul le gestionnaire tient le contrôle mensuel.'
  return manque === 'ETAT' ? 'Ce contrôle n’attend pas cet acte : recharger la page.' : CONDITIONS[manque]
}
