import type { Jour } from '../../../ingest/socle/jour.ts'
import { ACTES_CAMPAGNE, type ActeCampagne, ETATS_CAMPAGNE, type EtatCampagne } from '../../../web/habilitations.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine } from '../machine.ts'

/** What the acts of a review are judged by. */
export interface FaitsCampagne {
  readonly aujourdhui: Jour
  /** Services that are asked, and those that have not signed yet. */
  readonly demandes: number
  readonly attendues: number
  /** By when services answer. */
  readonly echeance: Jour | null
}

export interface SaisieCampagne {
  readonly jour: Jour | null
  readonly texte: string
}

type ConditionCampagne = Condition<FaitsCampagne, SaisieCampagne>

const A_VENIR = 'Les services répondent pour une date à venir.'

const UNE_ECHEANCE: ConditionCampagne = {
  exige: 'au moins un service, et une date à venir',
  manque: ({ aujourdhui, demandes }, { jour }) => {
    if (demandes === 0) return 'Une revue s’envoie à un service au moins.'
    return jour === null || jour <= aujourdhui ? A_VENIR : null
  },
}

const UNE_AUTRE_ECHEANCE: ConditionCampagne = {
  exige: 'une date à venir, après celle d’avant',
  manque: ({ aujourdhui, echeance }, { jour }) => {
    if (jour === null || jour <= aujourdhui) return A_VENIR
    return echeance !== null && jour <= echeance ? 'La nouvelle date vient après celle d’avant.' : null
  },
}

const UN_SERVICE_ATTENDU: ConditionCampagne = {
  exige: 'un service qui n’a pas répondu',
  manque: ({ attendues }) => (attendues === 0 ? 'Tous les services ont répondu.' : null),
}

/** Every service has signed, or it is written why the review ends without some. */
const TOUTES_OU_POURQUOI: ConditionCampagne = {
  exige: 'toutes les réponses signées, ou un motif écrit',
  manque: ({ attendues }, { texte }) =>
    attendues === 0 || texte !== ''
      ? null
      : 'Des services n’ont pas répondu : terminer sans eux demande un motif écrit.',
}

const UN_MOTIF: ConditionCampagne = {
  exige: 'un motif',
  manque: (_, { texte }) => (texte === '' ? 'Rouvrir une revue demande un motif.' : null),
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']

/** The life of a review of the habilitations: its end is what closes the year's obligation. */
export const MACHINE_CAMPAGNES = defineMachine<EtatCampagne, ActeCampagne, FaitsCampagne, SaisieCampagne>({
  etats: Object.keys(ETATS_CAMPAGNE) as EtatCampagne[],
  actes: Object.keys(ACTES_CAMPAGNE) as ActeCampagne[],
  passages: [
    { de: [null], acte: 'LANCER', qui: GESTIONNAIRE, condition: UNE_ECHEANCE, vers: 'EN_COURS' },
    { de: ['EN_COURS'], acte: 'RELANCER', qui: GESTIONNAIRE, condition: UN_SERVICE_ATTENDU, vers: 'MEME' },
    { de: ['EN_COURS'], acte: 'PROLONGER', qui: GESTIONNAIRE, condition: UNE_AUTRE_ECHEANCE, vers: 'MEME' },
    { de: ['EN_COURS'], acte: 'TERMINER', qui: GESTIONNAIRE, condition: TOUTES_OU_POURQUOI, vers: 'TERMINEE' },
    { de: ['TERMINEE'], acte: 'ROUVRIR', qui: GESTIONNAIRE, condition: UN_MOTIF, vers: 'EN_COURS' },
  ],
})
