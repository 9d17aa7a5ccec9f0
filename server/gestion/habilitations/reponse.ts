import { compte } from '../../../ingest/socle/francais/phrase.ts'
import {
  ACTES_REPONSE,
  type ActeReponse,
  ETATS_REPONSE,
  type EtatCampagne,
  type EtatReponse,
} from '../../../web/habilitations.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine } from '../machine.ts'

/** What the acts of a service's answer are judged by. */
export interface FaitsReponse {
  /** Null before the review is launched. */
  readonly campagne: EtatCampagne | null
  /** Agents to be told of, of whom nothing is said yet. */
  readonly sansReponse: number
  /** The agents named in the recap that is signed are those of today. */
  readonly recapAJour: boolean
}

export interface SaisieReponse {
  readonly texte: string
}

type ConditionReponse = Condition<FaitsReponse, SaisieReponse>

const terminee = ({ campagne }: FaitsReponse): string | null =>
  campagne === 'TERMINEE' ? 'La revue est terminée : le gestionnaire peut la rouvrir.' : null

const EN_COURS: ConditionReponse = { exige: 'une revue en cours', manque: terminee }

const complete = ({ sansReponse }: FaitsReponse): string | null =>
  sansReponse === 0
    ? null
    : `${compte(sansReponse, 'agent attend', 'agents attendent')} une réponse : dire, pour chacun, garder, fermer, partie ou inconnue.`

/** Something was said of everyone, and the recap read is that of today. */
const COMPLETE_ET_RELUE: ConditionReponse = {
  exige: 'une réponse pour chaque agent, et le récapitulatif relu',
  manque: (faits) =>
    terminee(faits) ??
    complete(faits) ??
    (faits.recapAJour ? null : 'La liste a changé depuis le récapitulatif : le relire, puis signer.'),
}

const COMPLETE_SUR_PAPIER: ConditionReponse = {
  exige: 'une réponse pour chaque agent, et de qui la réponse vient',
  manque: (faits, { texte }) =>
    terminee(faits) ??
    complete(faits) ??
    (texte === '' ? 'Une réponse sur papier dit de qui elle vient et de quel jour.' : null),
}

const UN_MOTIF: ConditionReponse = {
  exige: 'une revue en cours, et un motif',
  manque: (faits, { texte }) =>
    terminee(faits) ?? (texte === '' ? 'Rouvrir la réponse d’un service demande un motif.' : null),
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']
const ATTENDUES = ['ATTENDUE', 'COMMENCEE'] as const

/** The life of a service's answer to a review: the service says and signs; what comes on paper, the gestionnaire copies. */
export const MACHINE_REPONSES = defineMachine<EtatReponse, ActeReponse, FaitsReponse, SaisieReponse>({
  etats: Object.keys(ETATS_REPONSE) as EtatReponse[],
  actes: Object.keys(ACTES_REPONSE) as ActeReponse[],
  passages: [
    { de: [null], acte: 'ENVOYER', qui: GESTIONNAIRE, vers: 'ATTENDUE' },
    { de: ATTENDUES, acte: 'RELANCER', qui: GESTIONNAIRE, condition: EN_COURS, vers: 'MEME' },
    { de: ATTENDUES, acte: 'REPONDRE', qui: ['gestionnaire', 'guichet'], condition: EN_COURS, vers: 'COMMENCEE' },
    { de: ATTENDUES, acte: 'SIGNER', qui: ['guichet'], condition: COMPLETE_ET_RELUE, vers: 'SIGNEE' },
    { de: ATTENDUES, acte: 'ENREGISTRER', qui: GESTIONNAIRE, condition: COMPLETE_SUR_PAPIER, vers: 'SIGNEE' },
    { de: ['SIGNEE'], acte: 'ROUVRIR', qui: GESTIONNAIRE, condition: UN_MOTIF, vers: 'COMMENCEE' },
  ],
})
