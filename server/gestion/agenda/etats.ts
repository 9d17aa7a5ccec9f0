import type { ActeDecision, ActeReunion, EtatDecision, EtatReunion } from '../../../web/agenda.ts'
import type { Role } from '../../acces/roles.ts'

/** What an act asks besides a state and a role. */
export const CONDITIONS = {
  MOTIF: 'Un motif est demandé.',
  JOUR_PASSE: 'La date ne peut pas être dans l’avenir.',
  APRES_LA_REUNION: 'Le compte rendu ne part pas avant la réunion.',
} as const

export type Condition = keyof typeof CONDITIONS

export interface Situation {
  readonly motif: string
  /** The date typed. */
  readonly jour: string
  readonly aujourdhui: string
  /** When the meeting was held; null before. */
  readonly tenueLe: string | null
}

interface Transition<Etat, Acte> {
  readonly etat: Etat
  readonly acte: Acte
  readonly qui: readonly Role[]
  readonly conditions: readonly Condition[]
  readonly suivant: Etat
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']

const table =
  <Etat, Acte>() =>
  (etat: Etat, acte: Acte, suivant: Etat, ...conditions: readonly Condition[]): Transition<Etat, Acte> => ({
    etat,
    acte,
    qui: GESTIONNAIRE,
    conditions,
    suivant,
  })

const reunion = table<EtatReunion, ActeReunion>()

/** All that can be done of a meeting: what is not here is refused. */
export const TRANSITIONS_REUNION: readonly Transition<EtatReunion, ActeReunion>[] = [
  reunion('PREVUE', 'ORDONNER', 'PREVUE'),
  reunion('PREVUE', 'CONVOQUER', 'CONVOQUEE', 'JOUR_PASSE'),
  reunion('PREVUE', 'REPORTER', 'PREVUE', 'MOTIF'),
  reunion('PREVUE', 'POINTER', 'PREVUE'),
  reunion('PREVUE', 'TENIR', 'TENUE', 'JOUR_PASSE'),
  reunion('PREVUE', 'ANNULER', 'ANNULEE', 'MOTIF'),
  reunion('CONVOQUEE', 'ORDONNER', 'CONVOQUEE'),
  reunion('CONVOQUEE', 'REPORTER', 'PREVUE', 'MOTIF'),
  reunion('CONVOQUEE', 'POINTER', 'CONVOQUEE'),
  reunion('CONVOQUEE', 'TENIR', 'TENUE', 'JOUR_PASSE'),
  reunion('CONVOQUEE', 'ANNULER', 'ANNULEE', 'MOTIF'),
  reunion('TENUE', 'POINTER', 'TENUE'),
  reunion('TENUE', 'DECIDER', 'TENUE'),
  reunion('TENUE', 'ENVOYER', 'COMPTE_RENDU_ENVOYE', 'JOUR_PASSE', 'APRES_LA_REUNION'),
  reunion('COMPTE_RENDU_ENVOYE', 'DECIDER', 'COMPTE_RENDU_ENVOYE'),
]

const decision = table<EtatDecision, ActeDecision>()

/** What becomes of a decision. */
export const TRANSITIONS_DECISION: readonly Transition<EtatDecision, ActeDecision>[] = [
  decision('A_FAIRE', 'FAIRE', 'FAITE'),
  decision('A_FAIRE', 'ABANDONNER', 'ABANDONNEE', 'MOTIF'),
  decision('FAITE', 'REPRENDRE', 'A_FAIRE', 'MOTIF'),
  decision('ABANDONNEE', 'REPRENDRE', 'A_FAIRE', 'MOTIF'),
]

const EST_REMPLIE: Readonly<Record<Condition, (situation: Situation) => boolean>> = {
  MOTIF: ({ motif }) => motif !== '',
  JOUR_PASSE: ({ jour, aujourdhui }) => jour <= aujourdhui,
  APRES_LA_REUNION: ({ jour, tenueLe }) => tenueLe !== null && jour >= tenueLe,
}

type Manque = 'ROLE' | 'ETAT' | Condition

const avancer = <Etat, Acte>(
  transitions: readonly Transition<Etat, Acte>[],
  etat: Etat,
  acte: Acte,
  role: Role,
  situation: Situation,
): { readonly suivant: Etat } | { readonly manque: Manque } => {
  const ligne = transitions.find((t) => t.etat === etat && t.acte === acte)
  if (ligne === undefined) return { manque: 'ETAT' }
  if (!ligne.qui.includes(role)) return { manque: 'ROLE' }
  const manque = ligne.conditions.find((condition) => !EST_REMPLIE[condition](situation))
  return manque === undefined ? { suivant: ligne.suivant } : { manque }
}

export const avancerReunion = (etat: EtatReunion, acte: ActeReunion, role: Role, situation: Situation) =>
  avancer(TRANSITIONS_REUNION, etat, acte, role, situation)

export const avancerDecision = (etat: EtatDecision, acte: ActeDecision, role: Role, situation: Situation) =>
  avancer(TRANSITIONS_DECISION, etat, acte, role, situation)

/** What may be done of a meeting that stands somewhere. */
export const actesPossibles = (etat: EtatReunion): readonly ActeReunion[] =>
  TRANSITIONS_REUNION.filter((t) => t.etat === etat).map(({ acte }) => acte)

/** What may become of a decision. */
export const suitesPossibles = (etat: EtatDecision): readonly ActeDecision[] =>
  TRANSITIONS_DECISION.filter((t) => t.etat === etat).map(({ acte }) => acte)

/** Why an act was not done, as a sentence. */
export const direManque = (manque: Manque): string => {
  if (manque === 'ROLE') return 'Seul le gestionnaire tient l’agenda.'
  return manque === 'ETAT' ? 'Cette réunion n’attend pas cet acte : recharger la page.' : CONDITIONS[manque]
}
