import type { Profil } from '../../ingest/contract/profil.ts'
import type { ExamenInstantane } from '../../ingest/examen/examiner-instantane.ts'
import type { RapportImport } from '../../ingest/store/rapport.ts'
import type { PasseOutre } from './charger.ts'

/** The steps of a deposit's load, in their order, in words. */
export const ETAPES = [
  ['lecture', 'Lecture des fichiers'],
  ['vérification', 'Vérification des lignes'],
  ['écriture', 'Écriture dans la base'],
  ['calcul', 'Calcul des indicateurs'],
  ['doublons', 'Recherche des doublons'],
] as const

/** Refusals that a person may pass over, with a reason. */
const FRANCHISSABLES = ['TROP_DE_REJETS', 'VALEURS_INCONNUES'] as const

type Franchissable = (typeof FRANCHISSABLES)[number]

/** A refusal of the snapshot, as the page that words it needs it. */
export interface RefusDeDepot {
  readonly code: string
  readonly constat: string
  readonly faits: Readonly<Record<string, unknown>>
}

export const franchissableDe = ({ code }: Pick<RefusDeDepot, 'code'>): Franchissable | undefined =>
  FRANCHISSABLES.find((franchissable) => franchissable === code)

/** What becomes of a deposit: examined, then loaded; either may be refused, or fail. */
export type EtatDepot =
  | { readonly sorte: 'EXAMEN' }
  | { readonly sorte: 'EXAMINE' }
  | { readonly sorte: 'CHARGEMENT'; readonly etape: string }
  | { readonly sorte: 'REFUSE'; readonly refus: RefusDeDepot }
  | { readonly sorte: 'ECHEC'; readonly reference: string }
  | { readonly sorte: 'CHARGE'; readonly rapport: RapportImport }

/** Files that a person has sent, between their examination and their load. */
export interface Depot {
  readonly id: string
  /** Who sent them, and may alone go on with them. */
  readonly qui: string
  /** The folder of the copy, in the base's temporary one. */
  readonly dossier: string
  /** The snapshot itself: that folder, or its only file. */
  readonly chemin: string
  readonly fichiers: readonly string[]
  /** What the form says of the snapshot, where its files may not. */
  saisie: { readonly territoire: string; readonly date: string }
  /** The mapping made by hand; null while the profile kept for the territory applies. */
  profil: Profil | null
  /** What the last examination found; null before the first, or where the files cannot be read. */
  examen: ExamenInstantane | null
  /** The refusals passed over since the last examination, and why. */
  passeOutre: PasseOutre
  etat: EtatDepot
  /** When something was last begun with it. */
  touche: number
}

export const estEnCours = ({ etat }: Depot): boolean => etat.sorte === 'EXAMEN' || etat.sorte === 'CHARGEMENT'

/** Whether the copy is kept for the person to go on. */
export const attend = ({ etat }: Depot): boolean => etat.sorte === 'EXAMINE' || etat.sorte === 'REFUSE'
