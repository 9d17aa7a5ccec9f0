import type { Delai } from './delais.ts'

/** How a landlord's guichet records leases. */
export type Cadence = 'RAPIDE' | 'MOYENNE' | 'LENTE' | 'IRREGULIERE' | 'TRIMESTRE'

/** The words that a guichet's software writes: the contract's codes, labels that the reader knows, labels of its own. */
export type Lexique = 'CODES' | 'CONNUS' | 'A_TRADUIRE'

/** What one guichet does well or badly: probabilities by act unless said. */
export interface Pratique {
  /** Days from deposit to registration, retroactive deposits included. */
  readonly delaiEnregistrement: Delai
  readonly retroactifs: number
  /** Certificates issued late among demandes registered within a month of their deposit. */
  readonly attestationsManquees: number
  readonly incomplets: number
  readonly rfrAbsent: number
  readonly piecesAbsentes: number
  readonly forcages: number
  /** Among forced registrations, those whose first demande stays active. */
  readonly injustifies: number
  /** Copies of an active demande with the same names and birth date, or names exchanged; unjustified forcings included. */
  readonly copies: number
  readonly anticipes: number
  readonly incoherences: number
  readonly changementsNom: number
  readonly rejets: number
  readonly cadence: Cadence
  /** Days from lease to record; a quarterly batch records on its own day. */
  readonly delaiAttribution: Delai
  readonly attributionsIncompletes: number
  readonly reservatairesAbsents: number
  readonly bauxNonEnregistres: number
  /** One bit for each of the nine fields of the file that its software does not send. */
  readonly champsVides: number
  readonly lexique: Lexique
}

/** How a guichet works from a day on; the first of its periods has no beginning. */
export interface Periode {
  readonly depuis: number
  readonly pratique: Pratique
}
