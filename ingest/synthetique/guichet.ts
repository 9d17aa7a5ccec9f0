export type Categorie =
  | 'BAILLEUR'
  | 'COMMUNE'
  | 'EPCI'
  | 'DEPARTEMENT'
  | 'ETAT'
  | 'ACTION_LOGEMENT'
  | 'SIAO'
  | 'PORTAIL'
  | 'GESTIONNAIRE'

export const PORTAIL = 'GDPUB'
export const GESTIONNAIRE = 'GESTI'

/** One line of the register, and how much it does. */
export interface Guichet {
  readonly code: string
  readonly libelle: string
  readonly categorie: Categorie
  readonly service: string
  readonly serviceLibelle: string
  readonly siren: string
  readonly mode: 'DIRECT' | 'PRIVATIF' | 'PORTAIL'
  readonly codePostal: string
  readonly commune: string
  /** Share of the acts done elsewhere than online. */
  readonly part: number
  /** Share of the attributions. */
  readonly partAttributions: number
  /** Code of the guichet that took over from this one, long closed. */
  readonly successeur: string
}
