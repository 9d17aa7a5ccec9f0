/** A record as the reader gives it. */
export interface LigneLue {
  readonly numero_unique: string | null
  readonly nom: string | null
  readonly raison: string | null
  readonly purgee: boolean | null
  /** What a text of it holds that stands in no text: a numéro, a NIR, a comment; null or empty where none does. */
  readonly avale: string | null
}

/** What became of a file: its records, or why it was refused. */
export type Lu =
  | {
      readonly lignes: readonly LigneLue[]
      /** Where each rejected record stands and why, in the reader's words. */
      readonly rejets: readonly string[]
      readonly encodage: string | null
      readonly octetsRepris: number
      readonly lignesDeTotal: number
      /** Rejected rows of the small tables read, by reason. */
      readonly rejetsAnnexes: Readonly<Record<string, Readonly<Record<string, number>>>>
      readonly bilan: {
        readonly lignes: number
        readonly acceptees: number
        readonly rejetees: number
        readonly purgees: number
        readonly completees: number
      } | null
    }
  | { readonly refus: unknown; readonly absent?: boolean }
