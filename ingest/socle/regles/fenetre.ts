import { enJour, finMois, type Jour, type Mois, plusJours } from '../jour.ts'
import { type Regle, regleEn } from './regle.ts'

/** Days after a month's end within which a snapshot speaks for it, and around its beginning for the one before. */
export const JOURS_DE_FENETRE: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 10, source: 'Définition des indicateurs : S et S0, à dix jours près' },
]

/** Months before a month's beginning at which S⁻ is looked for: at most, then at least. */
export const MOIS_AVANT_AU_PLUS: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 5, source: 'Définition des indicateurs : S⁻, trois à cinq mois avant' },
]
export const MOIS_AVANT_AU_MOINS: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 3, source: 'Définition des indicateurs : S⁻, trois à cinq mois avant' },
]

/** The last day on which a snapshot may still speak for a month. */
export const finFenetre = (mois: Mois): Jour => plusJours(finMois(mois), regleEn(JOURS_DE_FENETRE, finMois(mois)))
