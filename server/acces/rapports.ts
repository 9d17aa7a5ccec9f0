import type { Destinataire, EtatRapport } from '../../web/rapports.ts'
import type { Role } from './roles.ts'

/** Whose published reports each role reads. */
const LUS: Readonly<Record<Role, readonly Destinataire[]>> = {
  gestionnaire: ['prefet', 'partenaires', 'copil'],
  etat: ['prefet', 'partenaires', 'copil'],
  prefet: ['prefet'],
  copil: ['copil'],
  partenaire: ['partenaires'],
  guichet: [],
}

/** The reports that a role reads once they are published. */
export const rapportsDuRole = (role: Role): readonly Destinataire[] => LUS[role]

/** Drafts are the gestionnaire's, and the State's once it is asked to read them. */
export const litLeBrouillon = (role: Role, etat: EtatRapport | null): boolean =>
  role === 'gestionnaire' ? etat !== null : role === 'etat' && (etat === 'SOUMIS' || etat === 'RELU')
