import { enJour } from '../jour.ts'
import type { Regle } from './regle.ts'

/** Months from the lodging of a demande within which it must be attested. */
export const MOIS_D_ATTESTATION: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 1, source: 'CCH, L441-2-1 : attestation dans le délai d’un mois' },
]

/** Months from registration to lodging past which the seniority looks given by hand. */
export const MOIS_DE_DEPOT_RETROACTIF: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 2, source: 'Définition des indicateurs : depots_retroactifs' },
]

/** Months for which a registration or a renewal holds. */
export const MOIS_DE_VALIDITE: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 12, source: 'CCH, R441-2-7 : demande valable un an' },
]

/** Months before its end of validity past which a renewal comes too soon. */
export const MOIS_D_ANTICIPATION: Regle = [
  {
    depuis: enJour('2011-01-01'),
    valeur: 2,
    source: 'Bonne pratique des gestionnaires : renouveler dans les deux mois',
  },
]

/** Months before the end of validity at which the renewal notice must have gone. */
export const MOIS_DE_PREAVIS: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 1, source: 'CCH, R441-2-7 : préavis un mois au moins avant l’échéance' },
]

/** Months after its end of validity at which a demande must have been radiated. */
export const MOIS_APRES_ECHEANCE: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 1, source: 'CCH, R441-2-8 e ; arrêté du 23/03/2015 : treize mois' },
]

/** Months past which no end of validity can be: a year, and a month of renewal before term. */
export const MOIS_D_ECHEANCE_PLAUSIBLE: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 13, source: 'Définition des indicateurs : incohérence C07' },
]

/** Whole years of age under which nobody lodges a demande, and over which a birth date is taken for false. */
export const AGE_MINIMUM: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 16, source: 'Définition des indicateurs : incohérence C03' },
]
export const AGE_MAXIMUM: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 110, source: 'Définition des indicateurs : incohérence C03' },
]
