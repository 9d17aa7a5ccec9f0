import { type Jour, plusMois } from '../../../ingest/socle/jour.ts'
import {
  MOIS_DE_REACTIVATION_APRES_ECHEANCE,
  MOIS_DE_REACTIVATION_APRES_RADIATION,
} from '../../../ingest/socle/regles/forcages.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'

/** Why and when a demande was radiated, as far as it is known. */
export interface Radiee {
  readonly motif: string | null
  readonly radiee: Jour | null
  readonly echeance: Jour | null
}

/**
 * The last day on which a radiated demande can be reactivated: six months after its end of validity for non-renewal, five
 * after its radiation for want of a reply. Null for another motive, or where the day it runs from is not known.
 */
export const finDeReactivation = ({ motif, radiee, echeance }: Radiee): Jour | null => {
  if (motif === 'NON_RENOUVELLEMENT' && echeance !== null)
    return plusMois(echeance, regleEn(MOIS_DE_REACTIVATION_APRES_ECHEANCE, echeance))
  if (motif === 'ABSENCE_REPONSE' && radiee !== null)
    return plusMois(radiee, regleEn(MOIS_DE_REACTIVATION_APRES_RADIATION, radiee))
  return null
}
