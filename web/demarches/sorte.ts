import type { Jour } from '../../ingest/socle/jour.ts'
import type { CodeSorte, FamilleDemarche, RoleDemarche } from './mots.ts'

interface ChampCommun {
  /** What it is kept under. */
  readonly nom: string
  readonly libelle: string
  readonly aide?: string
  readonly obligatoire?: boolean
}

/** A field of a form: what may be typed in it says how it is read, checked, shown and asked for. */
export type ChampDemarche = ChampCommun &
  (
    | { /** Numéros uniques, so many at least. */ readonly sorte: 'NUMEROS'; readonly nombre: 1 | 2 }
    | { /** One of the numbers typed above. */ readonly sorte: 'PARMI' }
    | { readonly sorte: 'CODE'; readonly choix: Readonly<Record<string, string>> }
    | { /** A guichet of the person's own register. */ readonly sorte: 'GUICHET' }
    | {
        /** A day; one that is past, or today, unless said otherwise. */ readonly sorte: 'JOUR'
        readonly aVenir?: true
      }
    | {
        /** A text without any numéro unique. */ readonly sorte: 'TEXTE'
        readonly longueur: number
        readonly lignes?: 1
      }
  )

/** What a form says once it is read: numbers apart, the rest by the names of its fields. */
export interface SaisieDemarche {
  readonly numeros: readonly string[]
  readonly faits: Readonly<Record<string, string>>
}

/** What the latest snapshot shows of a demande that a démarche names, and what of it is no more as it was. */
export interface DemandeMontree {
  readonly numero: string
  readonly active: boolean
  readonly attestee: boolean
  /** Beside the snapshot that stood when the démarche was sent; null where the two cannot be compared. */
  readonly change: Readonly<Record<'nom' | 'prenom' | 'k1' | 'situation' | 'attestation', boolean | null>>
}

/** A guichet as the register of the latest snapshot has it. */
export type GuichetMontre = Readonly<Record<'adresse' | 'telephone' | 'courriel' | 'horaires', string | null>>

/** What a démarche is confirmed from. */
export interface Constat extends SaisieDemarche {
  /** The latest snapshot. */
  readonly instantane: Jour
  /** Of the numbers that it named or that were noted since: those the snapshot has. */
  readonly demandes: readonly DemandeMontree[]
  readonly guichet: GuichetMontre | null
}

/** A kind of démarche, declared once: what it asks, who sends and reads it, what confirms it, what is said of it. */
export interface SorteDemarche {
  readonly code: CodeSorte
  readonly famille: FamilleDemarche
  readonly libelle: string
  /** The title of its form, as what the person comes to do. */
  readonly titre: string
  /** When to use it, in plain words. */
  readonly quand: string
  /** What becomes of it, and the text that says so where one does. */
  readonly suite: string
  readonly champs: readonly ChampDemarche[]
  readonly envoient: readonly RoleDemarche[]
  readonly voient: readonly RoleDemarche[]
  /** What no field says alone, as a sentence; null where nothing is wrong. */
  readonly verifier?: (saisie: SaisieDemarche) => string | null
  /** What the national system gives only once it is done: a number, noted with the acts. */
  readonly numeroEnFin?: true
  /** What a later snapshot shows once it is done; absent where none shows it. */
  readonly confirmee?: { readonly attendu: string; readonly montre: (constat: Constat) => boolean }
  /** A question has an answer, and no more. */
  readonly question?: true
}

export const defineSorte = <const S extends SorteDemarche>(sorte: S): S => sorte

export const TOUS_LES_ROLES: readonly RoleDemarche[] = ['gestionnaire', 'etat', 'guichet']
export const GUICHET_ET_GESTIONNAIRE: readonly RoleDemarche[] = ['gestionnaire', 'guichet']

/** The demande that a démarche on one number is about. */
export const seuleDemande = ({ demandes }: Constat): DemandeMontree | undefined => demandes.at(-1)

export const NUMERO: ChampDemarche = {
  nom: 'numeros',
  libelle: 'Numéro unique',
  aide: 'Les dix-huit caractères de l’attestation.',
  sorte: 'NUMEROS',
  nombre: 1,
  obligatoire: true,
}

/** What is never asked of a household's file. */
export const SANS_NOM = 'Ni nom, ni numéro unique dans ce texte.'

export const LONGUEUR_DES_TEXTES = 2000
