import {
  ACTES_HABILITATION,
  type ActeHabilitation,
  ETATS_HABILITATION,
  type EtatHabilitation,
} from '../../../web/habilitations.ts'
import type { Role } from '../../acces/roles.ts'
import { defineMachine } from '../machine.ts'
import {
  type FaitsHabilitation,
  type SaisieHabilitation,
  UN_AGENT,
  UN_DERNIER_JOUR,
  UN_JOUR_DE_CLOTURE,
  UN_JOUR_PASSE,
  UN_MOTIF,
  UN_PROFIL,
  UN_SIGNALEMENT,
} from './conditions.ts'

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']
const SERVICE_OU_GESTIONNAIRE: readonly Role[] = ['gestionnaire', 'guichet']
const NON_CLOSES = ['OUVERTE', 'SIGNALEE'] as const

/** The life of an access to the national system: a service reports, the gestionnaire closes. */
export const MACHINE_HABILITATIONS = defineMachine<
  EtatHabilitation,
  ActeHabilitation,
  FaitsHabilitation,
  SaisieHabilitation
>({
  etats: Object.keys(ETATS_HABILITATION) as EtatHabilitation[],
  actes: Object.keys(ACTES_HABILITATION) as ActeHabilitation[],
  passages: [
    { de: [null], acte: 'OUVRIR', qui: GESTIONNAIRE, condition: UN_JOUR_PASSE, vers: 'OUVERTE' },
    { de: NON_CLOSES, acte: 'CERTIFIER', qui: GESTIONNAIRE, condition: UN_DERNIER_JOUR, vers: 'MEME' },
    { de: NON_CLOSES, acte: 'CHANGER', qui: GESTIONNAIRE, condition: UN_PROFIL, vers: 'MEME' },
    { de: ['OUVERTE'], acte: 'CONFIRMER', qui: SERVICE_OU_GESTIONNAIRE, condition: UN_AGENT, vers: 'MEME' },
    { de: ['OUVERTE'], acte: 'SIGNALER', qui: SERVICE_OU_GESTIONNAIRE, condition: UN_SIGNALEMENT, vers: 'SIGNALEE' },
    { de: ['SIGNALEE'], acte: 'REPRENDRE', qui: SERVICE_OU_GESTIONNAIRE, condition: UN_MOTIF, vers: 'OUVERTE' },
    { de: NON_CLOSES, acte: 'CLORE', qui: GESTIONNAIRE, condition: UN_JOUR_DE_CLOTURE, vers: 'CLOSE' },
    {
      de: ['CLOSE'],
      acte: 'ROUVRIR',
      qui: GESTIONNAIRE,
      condition: UN_MOTIF,
      vers: ({ quitte }) => quitte ?? 'OUVERTE',
    },
  ],
})
