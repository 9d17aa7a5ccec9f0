import type { Identite } from './identite.ts'
import type { Logement } from './logement.ts'
import type { Lexique } from './pratique.ts'
import type { Situation } from './situation.ts'
import type { Radiation } from './vie.ts'

/** What is wrong in a demande, by the rule that it breaks. */
export type Incoherence = '' | 'C01' | 'C03' | 'C04' | 'C05' | 'C07' | 'C08' | 'C11'

/** One demande as the base holds it on a day. Days are numbers, 0 for none; guichets are ranks, -1 for none. */
export interface Demande {
  readonly numero: string
  readonly type: string
  readonly canal: string
  readonly guichet: number
  readonly enregistrement: number
  depot: number
  /** Its deposit is that of an older demande, which it continues by law. */
  reprise: boolean
  attestation: number
  piece: number
  echeance: number
  renouvellement: number
  guichetRenouvellement: number
  modification: number
  guichetModification: number
  preavis: number
  radiation: Radiation | null
  readonly forcage: string
  readonly motifForcage: string
  readonly rapproche: string
  readonly identite: Identite
  readonly situation: Situation
  /** One bit for each of the nine fields of a complete file that is left empty. */
  masque: number
  rfrConnu: boolean
  /** Whose words its last agent's software wrote. */
  lexique: Lexique
  incoherence: Incoherence
  logement: Logement | null
  /** Names and birth date never change: other demandes may have been made in their image. */
  readonly stable: boolean
}
