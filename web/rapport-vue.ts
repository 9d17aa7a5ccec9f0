import type { Jour } from '../ingest/socle/jour.ts'
import type { Semestre } from '../ingest/socle/semestre.ts'
import type { Unite } from '../ingest/socle/unite.ts'
import type { DocumentVu } from './documents.ts'
import type { ActeRapport, Destinataire, EtatRapport } from './rapports.ts'

/** A figure that a report puts forward, to be read beside that of another. */
export interface ChiffreCle {
  readonly code: string
  readonly libelle: string
  readonly unite: Unite
  readonly valeur: number | null
}

/** A version that was published: it does not change any more. */
export interface PublieVu {
  readonly id: number
  readonly version: number
  /** The version that it takes the place of; null for the first. */
  readonly corrige: number | null
  readonly titre: string
  readonly instantanes: readonly { readonly date: Jour; readonly empreinte: string }[]
  readonly logiciel: string
  readonly chiffres: readonly ChiffreCle[]
  /** Every form of it, as it was kept. */
  readonly documents: readonly DocumentVu[]
  /** Other documents, sent with it. */
  readonly joints: readonly DocumentVu[]
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

/** A report of a semester, as its reader sees it. */
export interface RapportVu {
  readonly pour: Destinataire
  readonly semestre: Semestre
  /** Null before it is begun, and for who reads only what is published. */
  readonly etat: EtatRapport | null
  /** The version that is being written, or the last one. */
  readonly version: number
  readonly publies: readonly PublieVu[]
  readonly actes: readonly {
    readonly acte: ActeRapport
    readonly version: number
    readonly texte: string
    readonly par: string
    readonly le: string
  }[]
}

/** A field offered for typing: what was written, what is proposed. */
export interface ChampVu {
  readonly code: string
  readonly libelle: string
  readonly aide: string
  /** What the figures propose; null for a field that proposes nothing. */
  readonly propose: string | null
  /** The latest text, with who and when; null where nobody wrote any. */
  readonly saisi: { readonly texte: string; readonly par: string; readonly le: string } | null
  /** Texts that it took the place of. */
  readonly avant: number
  /** The other reports that tell it too. */
  readonly aussi: readonly Destinataire[]
}

export interface SectionVue {
  readonly titre: string
  readonly champs: readonly ChampVu[]
}
