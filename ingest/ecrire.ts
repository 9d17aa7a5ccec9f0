import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { clesSql, histoireSql, identitesSql } from './check/menages.ts'
import { verifiees } from './check/raisons.ts'
import { COLONNES_SENSIBLES, HISTOIRE } from './contract/histoire.ts'
import type { Dossier } from './store/dossier.ts'
import { debutMois, finMois, type Jour, moisDe, moisPlus, plusJours } from './store/jour.ts'
import { jourSql, refs, runQuery } from './store/query.ts'
import { addVersions, removeVersions } from './store/versions.ts'

/** How many days after a month's end a snapshot may still speak for it. */
export const JOURS_APRES_MOIS = 10

/** The month a snapshot may close: the one that ended within the ten days before it. Null for a mid-month snapshot. */
export const moisClos = (date: Jour): string | null => {
  const courant = moisDe(date)
  if (finMois(courant) === date) return courant
  const precedent = moisPlus(courant, -1)
  return plusJours(finMois(precedent), JOURS_APRES_MOIS) >= date ? precedent : null
}

/** A file of names or fingerprints, named so that no two imports share one. */
export const nommer = (territoire: string, date: Jour, extension: string): string =>
  `${territoire}-${date}-${randomUUID().slice(0, 8)}.${extension}`

const ecrireParquet = async (connection: DuckDBConnection, select: ReturnType<typeof sql>, chemin: string) => {
  await runQuery(connection, sql`COPY (${select}) TO ${sql.lit(chemin)} (FORMAT PARQUET, COMPRESSION ZSTD)`)
  chmodSync(chemin, 0o600)
}

/** Writes the demandes of a snapshot: whole where it is the latest, and as changed rows in history. */
export const ecrireDemandes = async (
  connection: DuckDBConnection,
  {
    territoire,
    date,
    dernier,
    secret,
    remplace,
  }: { territoire: string; date: Jour; dernier: boolean; secret: string | null; remplace: boolean },
): Promise<void> => {
  const t = sql.lit(territoire)
  const colonnes = refs([...HISTOIRE, ...COLONNES_SENSIBLES].map(({ nom }) => nom))
  if (remplace) await removeVersions(connection, territoire, date)
  if (dernier) {
    await runQuery(connection, sql`DELETE FROM demandes_courantes WHERE territoire = ${t}`)
    await runQuery(
      connection,
      sql`INSERT INTO demandes_courantes SELECT ${t}, ${colonnes} FROM (${histoireSql(date, secret)})`,
    )
    await addVersions(connection, territoire, date, sql`(SELECT * FROM demandes_courantes WHERE territoire = ${t})`)
  } else {
    await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE nouvelles AS ${histoireSql(date, secret)}`)
    await addVersions(connection, territoire, date, sql`nouvelles`)
  }
}

/** Writes names and fingerprints apart; gives the files' names. */
export const ecrireApart = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  { territoire, date, dernier, secret }: { territoire: string; date: Jour; dernier: boolean; secret: string | null },
): Promise<{ identites: string | null; cles: string | null }> => {
  const identites = dernier ? nommer(territoire, date, 'parquet') : null
  if (identites !== null) await ecrireParquet(connection, identitesSql(date), join(dossier.identites, identites))
  const cles = secret === null ? null : nommer(territoire, date, 'parquet')
  if (cles !== null && secret !== null) await ecrireParquet(connection, clesSql(date, secret), join(dossier.cles, cles))
  return { identites, cles }
}

/** Writes the register, the closed month's messages and the leases; a table the snapshot lacks is left as it was. */
export const ecrireTables = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
  presentes: ReadonlySet<string>,
): Promise<void> => {
  const t = sql.lit(territoire)
  const d = jourSql(date)
  for (const table of ['registres', 'flux', 'baux'])
    await runQuery(connection, sql`DELETE FROM ${sql.id(table)} WHERE territoire = ${t} AND instantane = ${d}`)
  if (presentes.has('guichets')) {
    const g = sql.id(verifiees('guichets'))
    await runQuery(
      connection,
      sql`INSERT INTO registres BY NAME SELECT ${t} AS territoire, ${d} AS instantane, g.code, g.libelle, g.categorie,
        coalesce(g.service_code, g.code) AS service_code,
        coalesce(n.libelle, s.libelle, g.service_code, g.libelle) AS service_libelle,
        ${refs(['siren', 'mode', 'date_ouverture', 'date_fermeture', 'successeur', 'mandants', 'adresse', 'code_postal', 'commune', 'telephone', 'courriel', 'horaires'], 'g')}
        FROM ${g} g LEFT JOIN ${g} s ON s.code = coalesce(g.service_code, g.code) AND s.raison IS NULL
        LEFT JOIN (SELECT coalesce(service_code, code) AS service, arg_min(service_libelle, code) AS libelle FROM ${g} WHERE raison IS NULL AND service_libelle IS NOT NULL GROUP BY ALL) n
          ON n.service = coalesce(g.service_code, g.code) WHERE g.raison IS NULL`,
    )
  }
  const mois = moisClos(date)
  if (presentes.has('flux') && mois !== null)
    await runQuery(
      connection,
      sql`INSERT INTO flux SELECT ${t}, ${d}, date, guichet, type_message, statut, code_retour FROM ${sql.id(verifiees('flux'))}
        WHERE raison IS NULL AND date BETWEEN ${jourSql(debutMois(mois))} AND ${jourSql(finMois(mois))}`,
    )
  if (presentes.has('baux'))
    await runQuery(
      connection,
      sql`INSERT INTO baux SELECT ${t}, ${d}, siren_bailleur, mois, sum(baux_signes) FROM ${sql.id(verifiees('baux'))} WHERE raison IS NULL GROUP BY ALL ORDER BY ALL`,
    )
}

/** Removes files that no snapshot refers to any more. */
export const removeFiles = (dossier: string, noms: readonly (string | null)[]): void => {
  for (const nom of noms) if (nom !== null && existsSync(join(dossier, nom))) rmSync(join(dossier, nom))
}
