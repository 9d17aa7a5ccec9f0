import { type RawBuilder, sql } from 'kysely'
import { COLONNES_SENSIBLES, HISTOIRE, typeMoteur } from '../contract/histoire.ts'

interface ColonneTypee {
  readonly nom: string
  readonly type: string
}

/** The columns of a demande as its territory's latest snapshot shows it: those of history, then the sensitive values. */
export const COLONNES_COURANTES: readonly ColonneTypee[] = [
  ...HISTOIRE,
  ...COLONNES_SENSIBLES.map(({ nom, type }) => ({ nom, type: typeMoteur(type) })),
]

/** Columns without a value, of the types they would have with one. */
export const nullesSql = (colonnes: readonly ColonneTypee[]): RawBuilder<unknown> =>
  sql.join(colonnes.map(({ nom, type }) => sql`NULL::${sql.raw(type)} AS ${sql.ref(nom)}`))
