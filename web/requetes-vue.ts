import type { Jour } from '../ingest/socle/jour.ts'
import type { TableLue } from '../metrics/requetes/table-lue.ts'
import type { Refus } from './chargement.ts'
import type { Contexte, LienExport } from './contexte.ts'
import type { ExempleRequete } from './exemples-requetes/exemple.ts'
import type { DessinChoisi, RefusRequete, ResultatRequete } from './requetes.ts'

/** A version of a kept query, as its history lists it. */
export interface VersionVue {
  readonly id: number
  readonly titre: string
  readonly auteur: string
  readonly le: Jour
}

/** A kept query that the person may run. */
export interface RequeteVue {
  readonly id: number
  readonly titre: string
  readonly description: string
  readonly sql: string
  readonly dessin: DessinChoisi | null
  readonly partagee: boolean
  /** Who reads it wrote it: they may change it. */
  readonly sienne: boolean
  readonly auteur: string
  readonly modifieeLe: Jour
  readonly epinglee: boolean
  /** The latest first. */
  readonly versions: readonly VersionVue[]
}

/** What the editor holds. */
export interface SaisieRequete {
  readonly sql: string
  readonly mois: string
  readonly guichet: string
  readonly titre: string
  readonly description: string
  readonly partagee: boolean
}

type Options = readonly (readonly [valeur: string, libelle: string])[]

/** A query launched from the page: under way, or what became of it. */
export interface ExecutionVue {
  /** Seconds since it was launched, while it runs. */
  readonly depuis: number | null
  readonly resultat: ResultatRequete | null
  readonly refus: RefusRequete | null
}

export interface RequetesProps {
  readonly contexte: Contexte
  readonly tables: readonly TableLue[]
  readonly exemples: readonly ExempleRequete[]
  readonly enregistrees: readonly RequeteVue[]
  /** The kept query that the editor holds. */
  readonly requete: RequeteVue | null
  readonly saisie: SaisieRequete
  readonly choix: { readonly mois: Options; readonly guichet: Options }
  readonly execution: ExecutionVue | null
  /** The person has a query under way, launched from here or elsewhere. */
  readonly enCours: boolean
  readonly bornes: { readonly secondes: number; readonly lignes: number; readonly memoire: number }
  /** Whether the person may pin it to the dashboard. */
  readonly peutEpingler: boolean
  readonly exports: readonly LienExport[]
  readonly fait?: string
  readonly refus?: Refus
}

/** A query pinned to the dashboard, with what it gave. */
export interface TuileVue {
  readonly requete: number
  readonly titre: string
  readonly dessin: DessinChoisi | null
  readonly resultat: ResultatRequete | null
  readonly refus: string | null
  /** `AAAA-MM-JJTHH:MM`. */
  readonly calculeeLe: string
}
