import { enJour } from '../jour.ts'
import type { Regle } from './regle.ts'

const depuis = enJour('2011-01-01')

/** Days after a month's snapshot, or after the end of a month that has none, by which its control is to be signed. */
export const JOURS_DU_CONTROLE: Regle = [{ depuis, valeur: 31, source: 'Convention, 3.2.2 b : contrôle mensuel' }]
