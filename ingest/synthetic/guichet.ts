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

/** One of the register's guichets, and how much it does. */
export interface Guichet {
  readonly code: string
  readonly libelle: string
  readonly categorie: Categorie
  readonly service: string
  readonly serviceLibelle: string
  readonly siren: string
  readonly mode: 'DIRECT' | 'PRIVATIF' | 'PORTAIL'
  readonly ouverture: number
  /** Day after which its successor acts in its place; 0 while it is open. */
  readonly fermeture: number
  /** Rank of the successor, or -1. */
  readonly successeur: number
  readonly mandants: string
  readonly codePostal: string
  readonly commune: string
  /** Share of the acts done elsewhere than online. */
  readonly part: number
  /** Share of the attributions. */
  readonly partAttributions: number
}

export const PORTAIL = 'GDPUB'
export const GESTIONNAIRE = 'GESTI'
