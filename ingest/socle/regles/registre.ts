import { enJour } from '../jour.ts'
import type { Regle } from './regle.ts'

const depuis = enJour('2011-01-01')

/** Months for which a convention of a service enregistreur holds before it is renewed. */
export const MOIS_AVANT_RENOUVELLEMENT: Regle = [
  { depuis, valeur: 12, source: 'Convention du service enregistreur : renouvelée chaque année' },
]

/** Months after its signature at which a convention ends, however often it was renewed. */
export const MOIS_DE_LA_CONVENTION: Regle = [
  { depuis, valeur: 72, source: 'Convention du service enregistreur : six ans au plus' },
]
