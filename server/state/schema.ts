import type { Generated } from 'kysely'
import type { EtatDoublons } from './schema-doublons.ts'

/** The tables of the application's own database. Instants are `AAAA-MM-JJ HH:MM:SS`, days `AAAA-MM-JJ`. */
export interface Etat extends EtatDoublons {
  readonly normes: TableNormes
  readonly comptes: TableComptes
  readonly sessions: TableSessions
  readonly revues: TableRevues
  readonly reglages: TableReglages
  readonly journal: TableJournal
  readonly journal_ancres: TableAncres
}

/** What an indicator is judged by, from a day on; a row is never changed, a later one takes its place. */
export interface TableNormes {
  readonly id: Generated<number>
  readonly territoire: string
  readonly indicateur: string
  /** `objectif`, `seuil` or `minimum`. */
  readonly nature: string
  /** In the indicator's unit; null takes the threshold away. */
  readonly valeur: number | null
  readonly depuis: string
  readonly motif: string
  readonly saisi_le: string
  readonly saisi_par: Generated<string>
}

/** A person who may sign in. A closed account stays, with who closed it. */
export interface TableComptes {
  readonly id: Generated<number>
  /** Lower case; what the person signs in with. */
  readonly courriel: string
  readonly nom: string
  readonly role: string
  /** JSON list of territory codes. */
  readonly territoires: string
  /** The service enregistreur of a `guichet` account. */
  readonly service: string | null
  readonly demonstration: Generated<number>
  /** Argon2id; null where the person signs in elsewhere only. */
  readonly mot_de_passe: string | null
  /** The password was given by somebody else: it must be changed at the next sign-in. */
  readonly a_changer: Generated<number>
  /** Instant after which a password given by somebody else opens nothing. */
  readonly provisoire_jusqu_a: string | null
  /** Enciphered TOTP key; null before its enrolment. */
  readonly second_facteur: string | null
  /** Instant of the enrolment's confirmation; null while it is only proposed. */
  readonly second_facteur_le: string | null
  /** Time step of the last code accepted: a code serves once. */
  readonly dernier_pas: number | null
  readonly emetteur_oidc: string | null
  readonly sujet_oidc: string | null
  readonly echecs: Generated<number>
  readonly verrouille_jusqu_a: string | null
  readonly cree_le: string
  readonly cree_par: string
  /** Last sign-in. */
  readonly vu_le: string | null
  readonly ferme_le: string | null
  readonly ferme_par: string | null
  readonly ferme_motif: string | null
}

/** A live session: the SHA-256 of what the cookie holds, never the cookie itself. */
export interface TableSessions {
  readonly empreinte: string
  readonly compte: number
  /** `SECOND_FACTEUR` until the code is given, then `OUVERTE`. */
  readonly etape: string
  /** `MOT_DE_PASSE` or `OIDC`. */
  readonly par: string
  readonly ouverte_le: string
  readonly vue_le: string
}

/** A review of the accounts, signed; `comptes` is the JSON list of what it decided for each. */
export interface TableRevues {
  readonly id: Generated<number>
  /** JSON list of the territories whose accounts were looked at; null for all of them. */
  readonly territoires: string | null
  readonly signee_le: string
  readonly signee_par: string
  readonly comptes: string
}

/** A dated setting; a row is never changed, a later one takes its place. */
export interface TableReglages {
  readonly id: Generated<number>
  /** Whose it is; null for the installation's. */
  readonly territoire: string | null
  readonly cle: string
  readonly valeur: string
  readonly depuis: string
  readonly motif: string
  readonly saisi_le: string
  readonly saisi_par: string
}

/** An entry of the audit log, chained to the one before. It holds no name. */
export interface TableJournal {
  readonly id: Generated<number>
  readonly instant: string
  /** The account's courriel, or `ligne de commande (…)`, or `anonyme`. */
  readonly qui: string
  readonly role: string | null
  readonly action: string
  readonly territoire: string | null
  /** How many records were shown or written. */
  readonly nombre: number | null
  /** JSON object; a numéro unique purged from it reads « n° purgé ». */
  readonly detail: string
  /** Salts the detail's fingerprint; null once the detail was purged. */
  readonly sel: string | null
  readonly empreinte_detail: string
  readonly precedent: string
  readonly empreinte: string
}

/** The last entry dropped when the oldest ones passed their time: the chain begins after it. */
export interface TableAncres {
  readonly jusqu_a: number
  readonly empreinte: string
  readonly posee_le: string
}
