import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { finMois, type Mois, moisPlus } from '../../ingest/socle/jour.ts'
import { MOIS_DE_SAISIE } from '../../ingest/socle/regles/attribution.ts'
import { regleEn } from '../../ingest/socle/regles/regle.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import { colonne, constante, egal, estSiren, et, moisCalendaire } from '../sql.ts'
import type { Fait } from './fait.ts'
import { type Instantanes, relationSql } from './source.ts'

export const moisDesBaux = (mois: Mois): Mois => moisPlus(mois, -regleEn(MOIS_DE_SAISIE, finMois(mois)))

/** By siren: the leases signed three months before a month, the attributions that show them, and what is missing. */
export const bauxSql = (mois: Mois, instantanes: Instantanes): RawBuilder<unknown> => {
  const signature = constante(moisDesBaux(mois))
  const attribution = et(
    egal(colonne('d.statut'), constante('RADIEE')),
    egal(colonne('d.motif_radiation'), constante('ATTRIBUTION')),
    estSiren(colonne('d.siren_bailleur')),
    egal(moisCalendaire(colonne('d.date_signature_bail')), signature),
  )
  return sql`SELECT b.siren_bailleur, b.baux_signes, coalesce(a.attributions, 0) AS attributions,
      greatest(0, b.baux_signes - coalesce(a.attributions, 0)) AS manquantes
    FROM (SELECT siren_bailleur, sum(baux_signes) AS baux_signes FROM baux WHERE territoire = ${sql.lit(instantanes.territoire)}
      AND instantane = ${jourSql(instantanes.s)} AND mois = ${signature} GROUP BY siren_bailleur) b
    LEFT JOIN (SELECT d.siren_bailleur, count(*) AS attributions FROM ${relationSql('demandes', instantanes)} WHERE ${attribution} GROUP BY d.siren_bailleur) a
      USING (siren_bailleur) ORDER BY siren_bailleur`
}

export const faitsBaux = async (
  connection: DuckDBConnection,
  mois: Mois,
  instantanes: Instantanes,
): Promise<Fait[]> => {
  const lignes = await runQuery<{ siren_bailleur: string; baux_signes: number; manquantes: number }>(
    connection,
    bauxSql(mois, instantanes),
  )
  return lignes.map(({ siren_bailleur, baux_signes, manquantes }) => ({
    indicateur: 'attributions_manquantes',
    cle: siren_bailleur,
    effectif: baux_signes,
    numerateur: manquantes,
    distribution: null,
    details: null,
  }))
}
