import { enJour } from '../jour.ts'
import type { Regle } from './regle.ts'

/** Days after which a justified forcing has closed the other demande. */
export const JOURS_DE_CLOTURE: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 30, source: 'Convention, 3.2.2 b : traitement des doublons' },
]

/** Months after its end of validity during which a demande radiated for non-renewal can still be reactivated. */
export const MOIS_DE_REACTIVATION_APRES_ECHEANCE: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 6, source: 'Définition des signaux de forçage : non-renouvellement' },
]

/** Months after its radiation during which a demande radiated for want of a reply can still be reactivated. */
export const MOIS_DE_REACTIVATION_APRES_RADIATION: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 5, source: 'Définition des signaux de forçage : absence de réponse' },
]
