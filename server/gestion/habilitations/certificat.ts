import { type Jour, joursEntre } from '../../../ingest/socle/jour.ts'
import { RAPPELS_DU_CERTIFICAT } from '../../../ingest/socle/regles/gestion.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'

/** What a certificate's last day calls for. */
export interface RappelCertificat {
  /** Days left, its last day excluded; negative once it has expired. */
  readonly reste: number
  /** The nearest of the days before at which it is recalled; 0 once it has expired. */
  readonly seuil: number
}

/** The recall of a certificate on a day; null as long as it is farther than the first. It is good on its last day. */
export const rappelDuCertificat = (dernierJour: Jour, aujourdhui: Jour): RappelCertificat | null => {
  const reste = joursEntre(aujourdhui, dernierJour)
  if (reste < 0) return { reste, seuil: 0 }
  const atteints = RAPPELS_DU_CERTIFICAT.map((regle) => regleEn(regle, aujourdhui)).filter((seuil) => reste <= seuil)
  const seuil = atteints.at(-1)
  return seuil === undefined ? null : { reste, seuil }
}
