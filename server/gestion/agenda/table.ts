import type { Jour } from '../../../ingest/socle/jour.ts'
import {
  ACTES_DECISION,
  ACTES_REUNION,
  type ActeDecision,
  type ActeReunion,
  ETATS_DECISION,
  ETATS_REUNION,
  type EtatDecision,
  type EtatReunion,
} from '../../../web/agenda.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine } from '../machine.ts'

/** What the acts of a meeting are judged by. */
export interface FaitsReunion {
  readonly aujourdhui: Jour
  /** When it was held; null before. */
  readonly tenueLe: Jour | null
}

export interface SaisieReunion {
  /** Null for today. */
  readonly jour: Jour | null
  readonly texte: string
}

type ConditionReunion = Condition<FaitsReunion, SaisieReunion>

const MOTIF = 'Un motif est demandé.'

const UN_JOUR_PASSE: ConditionReunion = {
  exige: 'une date qui n’est pas à venir',
  manque: ({ aujourdhui }, { jour }) =>
    (jour ?? aujourdhui) > aujourdhui ? 'La date ne peut pas être dans l’avenir.' : null,
}

const APRES_LA_REUNION: ConditionReunion = {
  exige: 'une date depuis la réunion, qui n’est pas à venir',
  manque: (faits, saisie) => {
    const jour = saisie.jour ?? faits.aujourdhui
    if (faits.tenueLe === null || jour < faits.tenueLe) return 'Le compte rendu ne part pas avant la réunion.'
    return UN_JOUR_PASSE.manque(faits, saisie)
  },
}

const UN_MOTIF: Condition<unknown, { readonly texte: string }> = {
  exige: 'un motif',
  manque: (_, { texte }) => (texte === '' ? MOTIF : null),
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']
const A_VENIR: readonly EtatReunion[] = ['PREVUE', 'CONVOQUEE']

/** The life of a meeting: given a day, convoked, held, told of in its minutes. */
export const MACHINE_REUNIONS = defineMachine<EtatReunion, ActeReunion, FaitsReunion, SaisieReunion>({
  etats: Object.keys(ETATS_REUNION) as EtatReunion[],
  actes: Object.keys(ACTES_REUNION) as ActeReunion[],
  passages: [
    { de: [null], acte: 'PROGRAMMER', qui: GESTIONNAIRE, vers: 'PREVUE' },
    { de: A_VENIR, acte: 'ORDONNER', qui: GESTIONNAIRE, vers: 'MEME' },
    { de: ['PREVUE'], acte: 'CONVOQUER', qui: GESTIONNAIRE, condition: UN_JOUR_PASSE, vers: 'CONVOQUEE' },
    { de: A_VENIR, acte: 'REPORTER', qui: GESTIONNAIRE, condition: UN_MOTIF, vers: 'PREVUE' },
    { de: [...A_VENIR, 'TENUE'], acte: 'POINTER', qui: GESTIONNAIRE, vers: 'MEME' },
    { de: A_VENIR, acte: 'TENIR', qui: GESTIONNAIRE, condition: UN_JOUR_PASSE, vers: 'TENUE' },
    { de: A_VENIR, acte: 'ANNULER', qui: GESTIONNAIRE, condition: UN_MOTIF, vers: 'ANNULEE' },
    { de: ['TENUE', 'COMPTE_RENDU_ENVOYE'], acte: 'DECIDER', qui: GESTIONNAIRE, vers: 'MEME' },
    { de: ['TENUE'], acte: 'ENVOYER', qui: GESTIONNAIRE, condition: APRES_LA_REUNION, vers: 'COMPTE_RENDU_ENVOYE' },
  ],
})

/** What becomes of a decision. */
export const MACHINE_DECISIONS = defineMachine<EtatDecision, ActeDecision, null, { readonly texte: string }>({
  etats: Object.keys(ETATS_DECISION) as EtatDecision[],
  actes: Object.keys(ACTES_DECISION) as ActeDecision[],
  passages: [
    { de: ['A_FAIRE'], acte: 'FAIRE', qui: GESTIONNAIRE, vers: 'FAITE' },
    { de: ['A_FAIRE'], acte: 'ABANDONNER', qui: GESTIONNAIRE, condition: UN_MOTIF, vers: 'ABANDONNEE' },
    { de: ['FAITE', 'ABANDONNEE'], acte: 'REPRENDRE', qui: GESTIONNAIRE, condition: UN_MOTIF, vers: 'A_FAIRE' },
  ],
})
