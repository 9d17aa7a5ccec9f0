import { enJour } from '../jour.ts'
import type { Regle } from './regle.ts'

/** Days from the signature of a lease within which the attribution must be recorded. */
export const JOURS_DE_SAISIE: Regle = [
  {
    depuis: enJour('2011-01-01'),
    valeur: 30,
    source: 'Convention, 2.1 ; CCH, R441-2-8 a : définition des indicateurs',
  },
]

/** Months after which a lease signed, or a bailleur's next attribution, must have been recorded. */
export const MOIS_DE_SAISIE: Regle = [
  {
    depuis: enJour('2011-01-01'),
    valeur: 3,
    source: 'CCH, R441-2-8 a et L342-14 : définition des attributions manquantes',
  },
]

/** Months before a lease within which the demande must have been brought up to date. */
export const MOIS_D_ACTUALISATION: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 3, source: 'CCH, R441-2-9 : définition des attributions sans actualisation' },
]
