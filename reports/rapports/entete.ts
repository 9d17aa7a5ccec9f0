import type { DocumentEcrit } from '../document.ts'

/** What a report says of itself before it says anything: its title, who speaks, for whom, from what. */
export type Entete = Pick<DocumentEcrit, 'titre' | 'sousTitre' | 'projet' | 'pied'> & {
  readonly surtitre: readonly [string, string]
}
