import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { type Comptage, compter, type Sujet } from './cellules.ts'
import { ancienneteSql } from './durees.ts'
import { TABLEAUX } from './registry.ts'
import { creerSource, oublierSource, type Vues } from './source.ts'
import type { TableauStandard } from './tableau.ts'

const SOURCE = 'tableaux_menages'

/** Tables of pending demandes, counted while every column of the snapshot is at hand. */
export const TABLEAUX_DES_MENAGES: readonly TableauStandard[] = TABLEAUX.filter(({ famille }) => famille === 'MENAGES')

const comptageDe = ({ code, forme, axes }: TableauStandard, { instantane }: Sujet): Comptage => {
  const de = sql.id(SOURCE)
  if (forme === 'ANCIENNETE') return { tableau: code, de, quantite: ancienneteSql(instantane) }
  const [cle, croisee] = axes.map(({ terme }) => terme(instantane))
  return { tableau: code, de, ...(cle ? { cle } : {}), ...(croisee ? { croisee } : {}) }
}

/** Counts the pending demandes of persons of a snapshot, `completes` with every column, in the tables that it can fill. */
export const compterMenages = async (
  connection: DuckDBConnection,
  sujet: Sujet,
  completes: RawBuilder<unknown>,
  vues: Omit<Vues, 'guichet'>,
  tableaux: readonly TableauStandard[],
): Promise<void> => {
  const actives = sql`(SELECT * FROM ${completes} WHERE type_demandeur = 'PERSONNE' AND statut = 'ACTIVE')`
  await creerSource(connection, SOURCE, actives, { ...vues, guichet: 'guichet_enregistrement' })
  for (const tableau of tableaux) await compter(connection, sujet, comptageDe(tableau, sujet))
  await oublierSource(connection, SOURCE)
}
