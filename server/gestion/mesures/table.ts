import { ACTES_MESURE, type ActeMesure, ETATS_MESURE, type EtatMesure } from '../../../web/mesures.ts'
import type { Role } from '../../acces/roles.ts'
import { defineMachine } from '../machine.ts'
import {
  ENTENDUE,
  FONDEE,
  UN_DOCUMENT,
  UN_ENVOI,
  UN_MESSAGE,
  UN_MOTIF,
  UN_MOTIF_DE_CLOTURE,
  UNE_NOUVELLE_ECHEANCE,
  UNE_REPONSE,
  UNE_SUITE,
} from './conditions.ts'
import type { FaitsMesure, SaisieMesure } from './faits.ts'

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']
const SERVICE: readonly Role[] = ['guichet']

const OUVERTES = ['SIGNALEMENT_INFORMEL', 'DEMANDE_FORMALISEE', 'SIGNALEMENT_COPIL_PREFET'] as const
const AVANT_LE_SIGNALEMENT = ['SIGNALEMENT_INFORMEL', 'DEMANDE_FORMALISEE'] as const

/** The life of a measure: who may do what at each step, what it needs, where it leads. */
export const MACHINE_MESURES = defineMachine<EtatMesure, ActeMesure, FaitsMesure, SaisieMesure>({
  etats: Object.keys(ETATS_MESURE) as EtatMesure[],
  actes: Object.keys(ACTES_MESURE) as ActeMesure[],
  passages: [
    { de: [null], acte: 'OUVRIR', qui: GESTIONNAIRE, vers: 'SIGNALEMENT_INFORMEL' },
    { de: AVANT_LE_SIGNALEMENT, acte: 'REPONDRE', qui: SERVICE, condition: UNE_REPONSE, vers: 'MEME' },
    {
      de: ['SIGNALEMENT_INFORMEL'],
      acte: 'FORMALISER',
      qui: GESTIONNAIRE,
      condition: FONDEE,
      vers: 'DEMANDE_FORMALISEE',
    },
    {
      de: ['DEMANDE_FORMALISEE'],
      acte: 'SIGNALER',
      qui: GESTIONNAIRE,
      condition: ENTENDUE,
      vers: 'SIGNALEMENT_COPIL_PREFET',
    },
    { de: ['SIGNALEMENT_COPIL_PREFET'], acte: 'NOTER_SUITE', qui: ['etat'], condition: UNE_SUITE, vers: 'MEME' },
    { de: OUVERTES, acte: 'ECRIRE', qui: ['gestionnaire', 'guichet'], condition: UN_MESSAGE, vers: 'MEME' },
    { de: OUVERTES, acte: 'JOINDRE', qui: ['gestionnaire', 'guichet'], condition: UN_DOCUMENT, vers: 'MEME' },
    { de: OUVERTES, acte: 'AJOUTER', qui: GESTIONNAIRE, vers: 'MEME' },
    { de: OUVERTES, acte: 'REPORTER', qui: GESTIONNAIRE, condition: UNE_NOUVELLE_ECHEANCE, vers: 'MEME' },
    { de: OUVERTES, acte: 'ENVOYER', qui: GESTIONNAIRE, condition: UN_ENVOI, vers: 'MEME' },
    { de: OUVERTES, acte: 'CLORE', qui: GESTIONNAIRE, condition: UN_MOTIF_DE_CLOTURE, vers: 'CLOSE' },
    {
      de: ['CLOSE'],
      acte: 'ROUVRIR',
      qui: GESTIONNAIRE,
      condition: UN_MOTIF,
      vers: ({ quitte }) => quitte ?? 'SIGNALEMENT_INFORMEL',
    },
  ],
})
