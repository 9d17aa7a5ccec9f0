import type { Jour, Mois } from '../ingest/socle/jour.ts'
import type { PopulationTiree } from '../metrics/echantillons/tirer.ts'
import type { Repartition } from '../metrics/stats/allocation.ts'
import type {
  ActeEchantillon,
  ConstatCivilite,
  EtatEchantillon,
  FicheRemplie,
  QuestionEchantillon,
  SorteDeStrate,
} from './echantillons.ts'

/** A stratum of a sample: how many it holds, how many were drawn. */
export interface StrateVue {
  /** A guichet or a category; empty for the demandes that say none. */
  readonly code: string
  readonly libelle: string
  readonly effectif: number
  readonly tirees: number
}

/** What was found of a demande, by whom and when. */
export interface ReponseVue extends FicheRemplie {
  /** The field in words; empty where none is wrong. */
  readonly champEnMots: string
  readonly note: string
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

/** A demande drawn, without its number. */
export interface FicheVue {
  readonly id: number
  /** From 1, in the order of the guichets. */
  readonly rang: number
  readonly strate: string
  readonly guichet: string | null
  readonly libelle: string
  /** Null until it is filled, and for a guichet until the sample is closed. */
  readonly reponse: ReponseVue | null
  readonly defaut: boolean
}

export interface ActeEchantillonVu {
  readonly acte: ActeEchantillon
  readonly texte: string
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

/** A sample as pages show it. */
export interface EchantillonVu {
  readonly id: number
  /** `2026-10-1`. */
  readonly reference: string
  readonly mois: Mois
  readonly instantane: Jour
  readonly empreinte: string
  readonly population: PopulationTiree
  readonly strate: SorteDeStrate
  readonly repartition: Repartition
  readonly minimum: number
  readonly graine: string
  readonly questions: readonly QuestionEchantillon[]
  readonly etat: EtatEchantillon
  readonly tireLe: Jour
  /** The day of its latest closing; null while it is open. */
  readonly closLe: Jour | null
  /** None for a guichet: they are others' too. */
  readonly strates: readonly StrateVue[]
  /** All of them; for a guichet, those of its own service. */
  readonly fiches: readonly FicheVue[]
  readonly remplies: number
  /** Forms that tell a fault. */
  readonly defauts: number
  readonly actes: readonly ActeEchantillonVu[]
  /** Whether it can be filled, closed or opened again by who reads it. */
  readonly actesPossibles: readonly ActeEchantillon[]
}

/** What the form of a demande shows of it besides its number, to tell it apart. */
export interface DemandeVue {
  readonly statut: string
  readonly enregistree: Jour
  readonly renouvelee: Jour | null
  readonly modifiee: Jour | null
  readonly personnes: number | null
}

/** A movement of civility as its page shows it. */
export interface MouvementVu {
  readonly id: number
  readonly mois: Mois
  readonly numero: string
  /** Retention has erased its number. */
  readonly efface: boolean
  readonly libelle: string
  readonly date: Jour | null
  /** The latest last. */
  readonly constats: readonly {
    readonly constat: ConstatCivilite
    readonly note: string
    readonly par: string
    readonly le: string
  }[]
}
