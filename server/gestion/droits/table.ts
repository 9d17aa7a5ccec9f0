import { type Jour, plusMois } from '../../../ingest/socle/jour.ts'
import { MOIS_DE_PROLONGATION_D_UN_DROIT, MOIS_DE_REPONSE_A_UN_DROIT } from '../../../ingest/socle/regles/gestion.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'
import { ACTES_DROIT, type ActeDroit, ETATS_DROIT, type EtatDroit } from '../../../web/activite.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine } from '../machine.ts'

/** The day by which a request is answered: a month, and two more where it was prolonged in the first. */
export const echeanceDuDroit = (recueLe: Jour, prolongee: boolean): Jour =>
  plusMois(
    recueLe,
    regleEn(MOIS_DE_REPONSE_A_UN_DROIT, recueLe) + (prolongee ? regleEn(MOIS_DE_PROLONGATION_D_UN_DROIT, recueLe) : 0),
  )

/** What the acts of a request are judged by. */
export interface FaitsDroit {
  readonly aujourdhui: Jour
  /** Null before it is recorded. */
  readonly recueLe: Jour | null
  /** It was prolonged before it was answered. */
  readonly prolongee: boolean
}

export interface SaisieDroit {
  readonly jour: Jour | null
  readonly texte: string
}

type ConditionDroit = Condition<FaitsDroit, SaisieDroit>

const UN_JOUR_PASSE: ConditionDroit = {
  exige: 'le jour où elle est arrivée',
  manque: ({ aujourdhui }, { jour }) =>
    jour === null || jour > aujourdhui ? 'La demande porte le jour où elle est arrivée, qui n’est pas à venir.' : null,
}

/** Said to the person within the month, with why (GDPR, art. 12, 3). */
const DANS_LE_MOIS: ConditionDroit = {
  exige: 'un motif, dans le mois de la réception',
  manque: ({ aujourdhui, recueLe }, { texte }) => {
    if (texte === '') return 'Prolonger le délai demande un motif, que la personne reçoit.'
    return recueLe !== null && aujourdhui > echeanceDuDroit(recueLe, false)
      ? 'Le mois est passé : le délai ne se prolonge plus, il reste à répondre.'
      : null
  },
}

const UN_JOUR_DE_REPONSE: ConditionDroit = {
  exige: 'le jour de la réponse',
  manque: ({ aujourdhui, recueLe }, { jour }) =>
    jour === null || jour > aujourdhui || (recueLe !== null && jour < recueLe)
      ? 'La réponse porte le jour de son envoi, depuis la réception et jusqu’à aujourd’hui.'
      : null,
}

const UN_MOTIF: ConditionDroit = {
  exige: 'un motif',
  manque: (_, { texte }) => (texte === '' ? 'Dire pourquoi.' : null),
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']

/** The life of a request to exercise a right. */
export const MACHINE_DROITS = defineMachine<EtatDroit, ActeDroit, FaitsDroit, SaisieDroit>({
  etats: Object.keys(ETATS_DROIT) as EtatDroit[],
  actes: Object.keys(ACTES_DROIT) as ActeDroit[],
  passages: [
    { de: [null], acte: 'RECEVOIR', qui: GESTIONNAIRE, condition: UN_JOUR_PASSE, vers: 'RECUE' },
    { de: ['RECUE'], acte: 'PROLONGER', qui: GESTIONNAIRE, condition: DANS_LE_MOIS, vers: 'PROLONGEE' },
    {
      de: ['RECUE', 'PROLONGEE'],
      acte: 'REPONDRE',
      qui: GESTIONNAIRE,
      condition: UN_JOUR_DE_REPONSE,
      vers: 'REPONDUE',
    },
    { de: ['RECUE', 'PROLONGEE'], acte: 'RETIRER', qui: GESTIONNAIRE, condition: UN_MOTIF, vers: 'RETIREE' },
    {
      de: ['REPONDUE'],
      acte: 'ROUVRIR',
      qui: GESTIONNAIRE,
      condition: UN_MOTIF,
      vers: ({ prolongee }) => (prolongee ? 'PROLONGEE' : 'RECUE'),
    },
  ],
})
