import { ACTES_ANNEXE, type ActeAnnexe, ETATS_ANNEXE, type EtatAnnexe } from '../../../web/annexes.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine } from '../machine.ts'

/** What the acts of a list are judged by. */
export interface FaitsAnnexe {
  readonly mesureClose: boolean
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']

const MESURE_OUVERTE: Condition<FaitsAnnexe, null> = {
  exige: 'une mesure qui n’est pas close',
  manque: ({ mesureClose }) => (mesureClose ? 'La mesure est close : aucune liste ne s’y joint plus.' : null),
}

/** The life of a list joined to a measure: it expires of itself, and the measure's end leaves it until then. */
export const MACHINE_ANNEXES = defineMachine<EtatAnnexe, ActeAnnexe, FaitsAnnexe, null>({
  etats: Object.keys(ETATS_ANNEXE) as EtatAnnexe[],
  actes: Object.keys(ACTES_ANNEXE) as ActeAnnexe[],
  passages: [
    { de: [null], acte: 'JOINDRE', qui: GESTIONNAIRE, condition: MESURE_OUVERTE, vers: 'EN_COURS' },
    {
      de: ['EN_COURS', 'EXPIREE', 'RETIREE'],
      acte: 'RENOUVELER',
      qui: GESTIONNAIRE,
      condition: MESURE_OUVERTE,
      vers: 'EN_COURS',
    },
    { de: ['EN_COURS'], acte: 'RETIRER', qui: GESTIONNAIRE, vers: 'RETIREE' },
  ],
})
