import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { debutMois, finMois, type Jour, type Mois } from '../../ingest/socle/jour.ts'
import { entier, mois, nul, texte } from '../../ingest/socle/sql/colonne.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import { situationSql } from '../../ingest/store/versions.ts'

/** Attributions that one guichet recorded on one day for leases signed on one day. Days are counted from 1970. */
export interface Saisie {
  /** Null where the radiation names nobody. */
  readonly guichet: string | null
  readonly mois: Mois
  readonly bail: number
  /** Null where the radiation was recorded on no known day. */
  readonly saisie: number | null
  readonly n: number
}

/** The persons' attributions among demandes. */
export const deAttributions = (demandes: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(SELECT * FROM ${demandes} WHERE type_demandeur = 'PERSONNE' AND statut = 'RADIEE' AND motif_radiation = 'ATTRIBUTION')`

/** The persons' attributions that a snapshot shows, as rows of history. */
export const attributionsSql = (territoire: string, instantane: Jour, dernier: Jour): RawBuilder<unknown> =>
  deAttributions(situationSql(territoire, instantane, dernier))

const depuis1970 = (colonne: string) => sql`datediff('day', DATE '1970-01-01', ${sql.ref(colonne)})`

/** The attributions of leases signed in some months, as a snapshot shows them. */
export const lireSaisies = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
  dernier: Jour,
  signatures: readonly Mois[],
): Promise<Saisie[]> => {
  const [premier, ultime] = [signatures[0], signatures.at(-1)]
  if (premier === undefined || ultime === undefined) return []
  return runQuery(
    connection,
    sql`SELECT guichet_radiation AS guichet, strftime(date_signature_bail, '%Y-%m') AS mois, ${depuis1970('date_signature_bail')} AS bail,
        ${depuis1970('date_saisie_radiation')} AS saisie, count(*) AS n FROM ${attributionsSql(territoire, instantane, dernier)}
      WHERE date_signature_bail BETWEEN ${jourSql(debutMois(premier))} AND ${jourSql(finMois(ultime))}
      GROUP BY ALL ORDER BY ALL`,
    { guichet: nul(texte), mois, bail: entier, saisie: nul(entier), n: entier },
  )
}

/** Days from lease to record; null where it is not known, or negative: the record came before the signature it tells. */
export const delaiDe = ({ bail, saisie }: Saisie): number | null =>
  saisie === null || saisie < bail ? null : saisie - bail

/** An attribution whose lag is known. */
export type Connue = Saisie & { readonly saisie: number }

/** Of these, those of known lag recorded by a day. */
export const connuesAu = (saisies: readonly Saisie[], jour: number): Connue[] =>
  saisies.filter((ligne): ligne is Connue => delaiDe(ligne) !== null && (ligne.saisie ?? 0) <= jour)

export const effectifDe = (saisies: readonly Saisie[]): number => saisies.reduce((total, { n }) => total + n, 0)

/** Who recorded: '' where nobody is named. */
export const guichetDe = ({ guichet }: Saisie): string => guichet ?? ''

/** Leases by their month of signature. */
export const compterParMois = (lignes: readonly Connue[]): Map<Mois, number> => {
  const comptes = new Map<Mois, number>()
  for (const { mois, n } of lignes) comptes.set(mois, (comptes.get(mois) ?? 0) + n)
  return comptes
}
