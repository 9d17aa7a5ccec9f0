import { type RawBuilder, sql } from 'kysely'
import type { Lieu } from '../../socle/sql/table.ts'
import { NUMERO_PURGE } from '../lieux-des-numeros.ts'
import { CITATIONS, PURGES } from './termes.ts'

/** The columns of one table or sort of files. */
export type ColonnesDuLieu = readonly Lieu[]

export const parLieu = (lieux: readonly Lieu[]): ReadonlyMap<string, ColonnesDuLieu> =>
  new Map(lieux.map(({ lieu }) => [lieu, lieux.filter((autre) => autre.lieu === lieu)]))

const parmi = (table: string, { colonne }: Lieu, territoire: RawBuilder<unknown>) =>
  sql<boolean>`EXISTS (SELECT 1 FROM ${sql.id(table)} p WHERE p.territoire = ${territoire} AND p.numero_unique = ${sql.ref(`t.${colonne}`)})`

const ouSql = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`FALSE` : sql<boolean>`(${sql.join(conditions, sql` OR `)})`

/** Rows `t` that retention takes away. */
export const aOterSql = (colonnes: ColonnesDuLieu, territoire: RawBuilder<unknown>): RawBuilder<boolean> =>
  ouSql(colonnes.filter(({ effet }) => effet === 'LIGNE').map((lieu) => parmi(PURGES, lieu, territoire)))

/** Whether a cell names a demande that is held no more: one erased, or one cited for too long. */
const aMasquerSql = (lieu: Lieu, territoire: RawBuilder<unknown>): RawBuilder<boolean> =>
  ouSql([PURGES, CITATIONS].map((table) => parmi(table, lieu, territoire)))

/** Rows `t` that retention takes away or masks something of. */
export const aToucherSql = (colonnes: ColonnesDuLieu, territoire: RawBuilder<unknown>): RawBuilder<boolean> =>
  ouSql(
    colonnes.map((lieu) => (lieu.effet === 'LIGNE' ? parmi(PURGES, lieu, territoire) : aMasquerSql(lieu, territoire))),
  )

/** What remains of `source`, its columns in their order. */
export const resteSql = (
  source: RawBuilder<unknown>,
  colonnes: ColonnesDuLieu,
  territoire: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const masques = colonnes
    .filter(({ effet }) => effet === 'MASQUE')
    .map(
      (lieu) =>
        sql`CASE WHEN ${aMasquerSql(lieu, territoire)} THEN ${NUMERO_PURGE} ELSE ${sql.ref(`t.${lieu.colonne}`)} END AS ${sql.ref(lieu.colonne)}`,
    )
  const choix = masques.length === 0 ? sql`t.*` : sql`t.* REPLACE (${sql.join(masques)})`
  return sql`SELECT ${choix} FROM ${source} t WHERE NOT ${aOterSql(colonnes, territoire)}`
}
