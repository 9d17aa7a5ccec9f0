import { MOIS_DE_CONSERVATION } from '../socle/regles/conservation.ts'
import { MOIS_APRES_ECHEANCE, MOIS_D_ATTESTATION, MOIS_DE_VALIDITE } from '../socle/regles/demande.ts'
import type { Regle } from '../socle/regles/regle.ts'

/** A made-up département lives under the latest rules throughout. */
const derniere = (regle: Regle): number => (regle.at(-1) ?? regle[0]).valeur

export const CONSERVATION = derniere(MOIS_DE_CONSERVATION)
export const VALIDITE = derniere(MOIS_DE_VALIDITE)
export const ATTESTATION = derniere(MOIS_D_ATTESTATION)
export const APRES_ECHEANCE = derniere(MOIS_APRES_ECHEANCE)
