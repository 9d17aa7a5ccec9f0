import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { jourSql } from '../../ingest/socle/sql/query.ts'
import { situationSql } from '../../ingest/store/versions.ts'
import { compter, type Sujet } from './cellules.ts'
import { compterChangements } from './changements.ts'
import { creerSource, mutationSql, oublierSource, type Vues } from './source.ts'
import { INCONNU } from './tableau.ts'

/** The stock, counted once for the three series. */
export const SERIES = 'TAB02'

const TYPES = [
  ['TAB01-01', 'PERSONNE'],
  ['TAB01-02', 'ASSOCIATION'],
] as const

const [DEBUT, FIN] = ['tableaux_s0', 'tableaux_s']

const deType = (nom: string, type: string): RawBuilder<unknown> =>
  sql`(SELECT * FROM ${sql.id(nom)} WHERE type_demandeur = ${type})`

const actifs = (nom: string, type: string): RawBuilder<unknown> =>
  sql`(SELECT * FROM ${sql.id(nom)} WHERE type_demandeur = ${type} AND statut = 'ACTIVE')`

/** What is active at S and was not at S0, with what brought it. */
const entrees = (type: string, s0: Jour): RawBuilder<unknown> =>
  sql`(SELECT s.*, CASE WHEN a.statut = 'RADIEE' THEN 'REACTIVEE' WHEN s.date_enregistrement > ${jourSql(s0)} THEN 'NOUVELLE' ELSE 'TARDIVE' END AS detail
    FROM ${actifs(FIN, type)} s LEFT JOIN ${deType(DEBUT, type)} a ON a.numero_unique = s.numero_unique
    WHERE a.statut IS DISTINCT FROM 'ACTIVE')`

/** What was active at S0 and is not at S, with what took it away. */
const sorties = (type: string): RawBuilder<unknown> =>
  sql`(SELECT a.*, CASE WHEN s.statut IS NULL THEN 'ABSENTE' ELSE coalesce(s.motif_radiation, ${INCONNU}) END AS detail
    FROM ${actifs(DEBUT, type)} a LEFT JOIN ${deType(FIN, type)} s ON s.numero_unique = a.numero_unique
    WHERE s.statut IS DISTINCT FROM 'ACTIVE')`

const poste = (nom: string) => sql`${nom}`

const compterEvolution = async (connection: DuckDBConnection, sujet: Sujet, s0: Jour): Promise<void> => {
  for (const [tableau, type] of TYPES) {
    await compter(connection, sujet, { tableau, de: actifs(DEBUT, type), cle: poste('STOCK_DEBUT') })
    await compter(connection, sujet, { tableau, de: entrees(type, s0), cle: poste('ENTREE'), croisee: sql`detail` })
    await compter(connection, sujet, { tableau, de: sorties(type), cle: poste('SORTIE'), croisee: sql`detail` })
    await compter(connection, sujet, { tableau, de: actifs(FIN, type), cle: poste('STOCK_FIN') })
    await compterChangements(connection, sujet, tableau, actifs(DEBUT, type), actifs(FIN, type))
  }
}

/**
 * Counts the stock of a month's S, and where S0 can be compared what changed since: by type of applicant, so that the stock
 * at the end is the one at the beginning, and entries, less exits.
 */
export const compterStock = async (
  connection: DuckDBConnection,
  sujet: Sujet,
  { s0, dernier, sansLogement }: { readonly s0: Jour | null; readonly dernier: Jour; readonly sansLogement: boolean },
  vues: Omit<Vues, 'guichet'>,
): Promise<void> => {
  const { territoire, instantane } = sujet
  const vuesDuStock = { ...vues, guichet: 'guichet_enregistrement' } as const
  await creerSource(connection, FIN, situationSql(territoire, instantane, dernier), vuesDuStock)
  await compter(connection, sujet, {
    tableau: SERIES,
    de: actifs(FIN, 'PERSONNE'),
    cle: sansLogement ? sql`${INCONNU}` : mutationSql,
  })
  if (s0 !== null) {
    await creerSource(connection, DEBUT, situationSql(territoire, s0, dernier), vuesDuStock)
    await compterEvolution(connection, sujet, s0)
    await oublierSource(connection, DEBUT)
  }
  await oublierSource(connection, FIN)
}
