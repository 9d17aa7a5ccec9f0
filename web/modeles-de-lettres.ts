/** A field that a template may name. */
export interface ChampOffert {
  readonly nom: string
  readonly libelle: string
  /** It tells several lines: it stands alone on its own. */
  readonly bloc: boolean
  /** Empty, it leaves its paragraph out; any other stops the letter. */
  readonly facultatif: boolean
}

/** A text of a template. */
export interface PartieVue {
  readonly partie: string
  readonly libelle: string
  readonly lignes: number
  readonly texte: string
}

/** A version of a template: 0 is the software's own text. */
export interface VersionVue {
  readonly rang: number
  readonly motif: string
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

/** A template, as the list of them tells it. */
export interface ModeleVu {
  readonly code: string
  readonly nom: string
  readonly usage: string
  /** The latest version; null where the software's text holds. */
  readonly derniere: VersionVue | null
}
