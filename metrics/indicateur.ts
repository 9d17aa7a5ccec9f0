import type { ValeurDatee } from '../ingest/socle/regles/regle.ts'
import type { Unite } from '../ingest/socle/unite.ts'
import type { Colonnes } from './engine/situation.ts'
import type { Relation } from './relations/relation.ts'
import { NIVEAUX, type Niveau } from './resultat.ts'
import type { Condition, Terme } from './sql.ts'

export type Famille = 'activite' | 'enregistrement' | 'doublons' | 'renouvellement' | 'attribution' | 'coherence'

/** What an indicator's expressions speak of: a demande in S, S0 and S⁻, and the days that bound the month. */
export interface Contexte {
  readonly d: Colonnes
  readonly s0: Colonnes
  readonly sMoins: Colonnes
  readonly instantane: Terme
  readonly dateSMoins: Terme
}

/** A fault that a guichet puts right in the record itself: what is wrong, where it stands in the national system, what to do. */
export interface Remede {
  /** What is wrong, as a title. */
  readonly faute: string
  /** Tab and field of the national system; none where the fault is reported here (a duplicate). */
  readonly lieu: readonly [onglet: string, champ: string] | null
  readonly geste: string
  /** Columns of the list whose values are told with it. */
  readonly montre?: readonly string[]
  /** Column of the list that must be empty: once it is filled, however late, nothing is left to put right. */
  readonly vide?: string
}

/** One field or rule among several: countable alone, left out where one of its columns was not exported. */
export interface Composante {
  readonly code: string
  readonly libelle: string
  /** `a|b` counts as empty only where both are; `s0.a` is S0's. */
  readonly colonnes: readonly string[]
  readonly condition: (c: Contexte) => Condition
  /** Shown, but not in the numerator. */
  readonly aVerifier?: true
  readonly remede?: Remede
}

export interface Definition<Code extends string = string> {
  readonly code: Code
  readonly libelle: string
  /** One sentence that a small town hall's agent understands. */
  readonly definition: string
  readonly famille: Famille
  /** One of the fifteen shown first. */
  readonly principal?: true
  /** A share is a fraction in [0, 1]; a delay a median in days; lower is better for both. */
  readonly unite: Unite
  /** A stock is what stands at S; a flow is what is dated in the month. */
  readonly nature?: 'stock'
  /** All four unless said. */
  readonly niveaux?: readonly Niveau[]
  readonly objectif?: number
  readonly seuil?: readonly ValeurDatee[]
  /** Smallest denominator that is judged: 30 unless said. */
  readonly minimum?: number
  readonly source: { readonly texte: string; readonly citation?: string }
  /** The definition's parts in words. */
  readonly mots: { readonly numerateur: string; readonly denominateur: string; readonly guichet: string }
  readonly pourquoi: string
  /** What to correct, and where in the national system. */
  readonly correction: string
  /** Where its figures come from. */
  readonly relation: Relation<Indicateur>
  /** It compares names, which takes the secret of the fingerprints. */
  readonly compareNoms?: true
  /** The guichet a row counts for; null where it counts for the territory only. */
  readonly guichet: ((c: Contexte) => Terme) | null
  /** The day that must fall in the period; none for a stock. */
  readonly date?: (c: Contexte) => Terme
  /** What else the denominator asks (the population itself is understood). */
  readonly population?: (c: Contexte) => Condition
  readonly numerateur?: (c: Contexte) => Condition
  /** The numerator as any of several fields or rules. */
  readonly composantes?: readonly Composante[]
  /** Each field or rule is also told alone with the figure. */
  readonly detaille?: true
  /** The numerator as none of several changes. */
  readonly aucuneDe?: readonly Composante[]
  /** Days of a delay. */
  readonly jours?: (c: Contexte) => Terme
  /** What a count or a numerator is broken down by. */
  readonly ventilation?: (c: Contexte) => Terme
  /**
   * Columns without which nobody is accused, or cleared: those that the denominator names, then the numerator's. The first
   * that is empty is named, then the first of `composantes` or `aucuneDe` where none of these can be checked.
   */
  readonly colonnes: readonly string[]
  /** Columns that it needs beside those it names: named last. */
  readonly autresColonnes?: readonly string[]
  /** The columns that explain a record in its list. */
  readonly liste: readonly string[]
  /** Two days of its list: how many days the second comes after the first is what the record is reproached with. */
  readonly ecart?: readonly [depuis: string, jusqua: string]
  /** How a record of the numerator is put right, where a guichet can; of `composantes`, each says its own. */
  readonly remede?: Remede
  /** The dated act that a record to put right is known by: its words, and its day in the list. */
  readonly acte?: readonly [mots: string, jour: string]
  /** What later snapshots know of a past month is told beside it. */
  readonly consolidable?: true
}

export type Indicateur<Code extends string = string> = Definition<Code> & {
  readonly niveaux: readonly Niveau[]
  readonly minimum: number
}

const MINIMUM = 30

/** Declares an indicator: everything else (SQL, levels, exports, pages, lists, documentation) derives from it. */
export const defineIndicateur = <const Code extends string>(definition: Definition<Code>): Indicateur<Code> => ({
  ...definition,
  niveaux: definition.niveaux ?? NIVEAUX,
  minimum: definition.minimum ?? MINIMUM,
})
