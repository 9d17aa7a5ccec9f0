import { compte } from '../../../ingest/socle/francais/phrase.ts'
import {
  ACTES_ECHANTILLON,
  type ActeEchantillon,
  ETATS_ECHANTILLON,
  type EtatEchantillon,
} from '../../../web/echantillons.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine } from '../machine.ts'

/** What acts of a sample are judged by. */
export interface FaitsEchantillon {
  readonly remplies: number
  readonly tirees: number
}

export interface SaisieEchantillon {
  readonly texte: string
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']

const UN_MOTIF: Condition<FaitsEchantillon, SaisieEchantillon> = {
  exige: 'un motif',
  manque: (_, { texte }) => (texte === '' ? 'Rouvrir un échantillon demande un motif.' : null),
}

const COMPLET: Condition<FaitsEchantillon, SaisieEchantillon> = {
  exige: 'toutes les fiches remplies, ou un motif',
  manque: ({ remplies, tirees }, { texte }) =>
    remplies < tirees && texte === ''
      ? `${compte(tirees - remplies, 'fiche n’est pas remplie', 'fiches ne sont pas remplies')} : clore dès maintenant demande un motif.`
      : null,
}

/** The life of a sample: drawn, filled form after form, closed; opened again with a reason. */
export const MACHINE_ECHANTILLONS = defineMachine<
  EtatEchantillon,
  ActeEchantillon,
  FaitsEchantillon,
  SaisieEchantillon
>({
  etats: Object.keys(ETATS_ECHANTILLON) as EtatEchantillon[],
  actes: Object.keys(ACTES_ECHANTILLON) as ActeEchantillon[],
  passages: [
    { de: [null], acte: 'TIRER', qui: GESTIONNAIRE, vers: 'TIRE' },
    { de: ['TIRE', 'EN_COURS'], acte: 'REMPLIR', qui: GESTIONNAIRE, vers: 'EN_COURS' },
    { de: ['TIRE', 'EN_COURS'], acte: 'CLORE', qui: GESTIONNAIRE, condition: COMPLET, vers: 'CLOS' },
    {
      de: ['CLOS'],
      acte: 'ROUVRIR',
      qui: GESTIONNAIRE,
      condition: UN_MOTIF,
      vers: ({ remplies }) => (remplies === 0 ? 'TIRE' : 'EN_COURS'),
    },
  ],
})
