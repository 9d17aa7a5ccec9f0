import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { jour, nul, texte } from '../socle/sql/colonne.ts'
import { jourSql, runOne, runQuery } from '../socle/sql/query.ts'

/** The snapshot whose register is in force at a day: its own, or the latest before it, else the earliest after it. */
export const registreEnVigueur = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
): Promise<Jour | null> => {
  const { instantane } = await runOne(
    connection,
    sql`SELECT coalesce(max(instantane) FILTER (instantane <= ${jourSql(date)}), min(instantane)) AS instantane
      FROM registres WHERE territoire = ${territoire}`,
    { instantane: nul(jour) },
  )
  return instantane
}

/** Guichet codes that the demandes or messages of a snapshot name and the register in force lacks. */
export const guichetsInconnus = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
  situation: ReturnType<typeof sql>,
): Promise<string[]> => {
  const registre = await registreEnVigueur(connection, territoire, date)
  const connus =
    registre === null
      ? sql`SELECT NULL::VARCHAR AS code WHERE FALSE`
      : sql`SELECT code FROM registres WHERE territoire = ${territoire} AND instantane = ${jourSql(registre)}`
  const nommes = sql.join(
    ['guichet_enregistrement', 'guichet_renouvellement', 'guichet_modification', 'guichet_radiation'].map(
      (colonne) => sql`SELECT DISTINCT ${sql.ref(colonne)} AS code FROM ${situation}`,
    ),
    sql` UNION `,
  )
  const lignes = await runQuery(
    connection,
    sql`SELECT code FROM (${nommes} UNION SELECT unnest(guichets_flux) FROM instantanes WHERE territoire = ${territoire} AND date = ${jourSql(date)})
      WHERE code IS NOT NULL AND code NOT IN (SELECT code FROM (${connus})) ORDER BY code`,
    { code: texte },
  )
  return lignes.map(({ code }) => code)
}

/** What a snapshot's register changes of the one in force the day before. */
export const ecartsRegistre = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
): Promise<{ code: string; ecart: string }[]> => {
  const precedent = sql`(SELECT max(instantane) FROM registres WHERE territoire = ${territoire} AND instantane < ${jourSql(date)})`
  return runQuery(
    connection,
    sql`WITH a AS (SELECT * FROM registres WHERE territoire = ${territoire} AND instantane = ${precedent}),
      b AS (SELECT * FROM registres WHERE territoire = ${territoire} AND instantane = ${jourSql(date)})
      SELECT coalesce(a.code, b.code) AS code, CASE WHEN b.code IS NULL THEN 'absent du nouveau registre' WHEN a.code IS NULL THEN 'nouveau guichet'
        WHEN a.categorie <> b.categorie THEN 'catégorie : ' || a.categorie || ' → ' || b.categorie
        WHEN a.service_code <> b.service_code THEN 'service : ' || a.service_code || ' → ' || b.service_code
        WHEN a.date_fermeture IS DISTINCT FROM b.date_fermeture THEN 'date de fermeture modifiée'
        ELSE 'libellé : ' || a.libelle || ' → ' || b.libelle END AS ecart
      FROM a FULL JOIN b ON a.code = b.code
      WHERE (SELECT count(*) FROM a) > 0 AND (SELECT count(*) FROM b) > 0 AND (a.code IS NULL OR b.code IS NULL OR a.categorie <> b.categorie
        OR a.service_code <> b.service_code OR a.date_fermeture IS DISTINCT FROM b.date_fermeture OR a.libelle <> b.libelle) ORDER BY code`,
    { code: texte, ecart: texte },
  )
}
