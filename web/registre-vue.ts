import type { Jour } from '../ingest/socle/jour.ts'
import type {
  ActeConfirmation,
  ActeConvention,
  EtatConfirmation,
  EtatConvention,
  EtatEcart,
  Fiche,
  NomDeChamp,
  ObjetEcart,
} from './registre.ts'

/** Where the convention of a service stands, whatever the day. */
export interface SituationConvention {
  /** Null where none was ever signed, and no arrêté taken. */
  readonly etat: EtatConvention | null
  readonly signeeLe: Jour | null
  /** Times it was renewed since it was signed. */
  readonly renouvellements: number
  /** The last day for which it holds as renewed; null for what has no term. */
  readonly terme: Jour | null
  /** The last day for which it can ever hold. */
  readonly finLe: Jour | null
  readonly arreteLe: Jour | null
  readonly retireeLe: Jour | null
  /** Reference of the convention or of the arrêté. */
  readonly reference: string
  /** When the service first adhered to the chartes, and last. */
  readonly premiereAdhesion: Jour | null
  readonly adhesion: Jour | null
}

/**
 * What a convention calls for on a day: nothing, one to sign, or a term. `jours`: until the term, 0 on its day; since the
 * term, once it is past.
 */
export type AlerteConvention =
  | { readonly sorte: 'AUCUNE' | 'SANS' }
  | { readonly sorte: 'BIENTOT' | 'EXPIREE'; readonly jours: number; readonly renouvelable: boolean }

/** The confirmation of a year. */
export interface ConfirmationVue {
  readonly annee: number
  readonly etat: EtatConfirmation
  /** When it was confirmed; null before. */
  readonly le: Jour | null
  /** What the service would correct, while it waits for an answer. */
  readonly propose: Partial<Fiche>
  /** What it wrote with it. */
  readonly texte: string
  /** The latest reminder since the last answer; null without. */
  readonly relanceLe: Jour | null
  /** Why the last proposal was refused, where nothing came since. */
  readonly refus: string
}

/** A service of the register, as it stands on a day. */
export interface ServiceVue {
  readonly service: string
  readonly fiche: Fiche
  /** It has neither ceased nor withdrawn. */
  readonly actif: boolean
  readonly inscritLe: Jour
  readonly convention: SituationConvention
  readonly alerte: AlerteConvention
  readonly confirmation: ConfirmationVue
  /** Whether its confirmation is expected this year. */
  readonly attendu: boolean
  readonly formeLe: Jour | null
}

/** A field that differs between two states of a sheet. */
export interface Changement {
  readonly champ: NomDeChamp
  readonly avant: string
  readonly apres: string
}

/** Something that was done of a service, the latest first. */
export interface EvenementVue {
  readonly titre: string
  /** The day that the act sets; null where it sets none. */
  readonly jour: Jour | null
  readonly texte: string
  readonly changements: readonly Changement[]
  readonly par: string
  readonly le: string
}

/** A difference between the register of a snapshot and ours. */
export interface EcartVue {
  readonly service: string
  readonly nom: string
  readonly objet: ObjetEcart
  readonly laBas: string
  readonly ici: string
  readonly etat: EtatEcart
  /** The reason given for keeping ours. */
  readonly raison: string
}

export interface ActesPossibles {
  readonly convention: readonly ActeConvention[]
  readonly confirmation: readonly ActeConfirmation[]
}
