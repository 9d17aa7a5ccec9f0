import type { Sorte } from '../../metrics/requetes/table-lue.ts'
import type { ColonneResultat, LigneResultat, RefusRequete } from '../../web/requetes.ts'

/** The values of the parameters that a query may name. */
export interface Parametres {
  /** `AAAA-MM`. */
  readonly mois: string | null
  /** `AAAA-MM-JJ`. */
  readonly instantane: string | null
  readonly guichet: string | null
}

/** What a process of its own is asked, once: the files are those that its person may read. */
export interface DemandeRequete {
  readonly texte: string
  readonly parametres: Parametres
  /** The files that it may be read from, by sort of copy: where there is none with numbers, it is read without. */
  readonly copies: Readonly<Partial<Record<Sorte, string>>>
  readonly lignes: number
  readonly octets: number
}

/** What it answers, piece by piece, in this order; or a refusal, which ends it. */
export type Message =
  | { readonly sorte: 'commence' }
  | { readonly sorte: 'colonnes'; readonly colonnes: readonly ColonneResultat[] }
  | { readonly sorte: 'lignes'; readonly lignes: readonly LigneResultat[] }
  | ({ readonly sorte: 'fin' } & Cout)
  | { readonly sorte: 'refus'; readonly refus: RefusRequete }

/** What a query took, and gave. */
export interface Cout {
  readonly ms: number
  /** Megabytes that the process came to hold for it. */
  readonly memoire: number
  /** There were more rows than it may give. */
  readonly coupe: boolean
  /** Numéros uniques among its cells. */
  readonly numeros: number
}
