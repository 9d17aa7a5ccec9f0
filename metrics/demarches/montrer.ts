import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { booleen, jour, nul, texte, unDe } from '../../ingest/socle/sql/colonne.ts'
import type { LigneDe } from '../../ingest/socle/sql/forme.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { parquetSql } from '../../ingest/store/parquet.ts'

const FORME = {
  numero_unique: texte,
  statut: unDe(['ACTIVE', 'RADIEE']),
  guichet_enregistrement: nul(texte),
  date_enregistrement: jour,
  date_echeance: nul(jour),
  date_radiation: nul(jour),
  motif_radiation: nul(texte),
  date_attestation: nul(jour),
}

/** What the latest snapshot shows of a demande that a démarche names. */
export type DemandeSuivie = LigneDe<typeof FORME>

/** Demandes of the territory's latest snapshot, in the order of their numbers. */
export const lireDemandesSuivies = async (
  { connection }: Base,
  territoire: string,
  numeros: readonly string[],
): Promise<DemandeSuivie[]> =>
  numeros.length === 0
    ? []
    : runQuery(
        connection,
        sql`SELECT numero_unique, statut, guichet_enregistrement, date_enregistrement, date_echeance, date_radiation, motif_radiation, date_attestation
          FROM demandes_courantes WHERE territoire = ${territoire} AND numero_unique IN (${sql.join(numeros)}) ORDER BY numero_unique`,
        FORME,
      )

const CHANGES = {
  numero_unique: texte,
  active: booleen,
  attestee: booleen,
  nom: nul(booleen),
  prenom: nul(booleen),
  k1: nul(booleen),
  situation: nul(booleen),
  attestation: nul(booleen),
}

/** A demande of the latest snapshot, and what of it is no more as an earlier one had it; null where they do not compare. */
export type DemandeChangee = LigneDe<typeof CHANGES>

const sansCles = sql`(SELECT NULL::VARCHAR AS numero_unique, NULL::UBIGINT AS k1 WHERE FALSE)`

const clesSql = ({ dossier }: Base, instantane: Instantane | undefined): RawBuilder<unknown> =>
  instantane?.fichier_cles ? sql`${parquetSql(join(dossier.cles, instantane.fichier_cles))}` : sansCles

const autreSql = (colonne: string): RawBuilder<unknown> => {
  const [avant, apres] = [sql.ref(`v.${colonne}`), sql.ref(`c.${colonne}`)]
  return sql`CASE WHEN ${avant} IS NOT NULL AND ${apres} IS NOT NULL THEN ${avant} <> ${apres} END`
}

/**
 * Demandes of the territory's latest snapshot beside the one of a day, `depuis`. Fingerprints of whole identities are kept
 * of the latest snapshots alone: the earliest from `depuis` on that has some is compared.
 */
export const lireDemandesChangees = async (
  base: Base,
  territoire: string,
  numeros: readonly string[],
  depuis: Jour | null,
): Promise<DemandeChangee[]> => {
  const charges = await listInstantanes(base.connection, territoire)
  const dernier = charges.at(-1)
  if (numeros.length === 0 || dernier === undefined) return []
  const anciennes = charges.find(
    ({ date, fichier_cles }) => depuis !== null && date >= depuis && date < dernier.date && fichier_cles !== null,
  )
  const versions =
    depuis === null
      ? sql`(SELECT * FROM demandes_versions WHERE FALSE)`
      : sql`(SELECT * FROM demandes_versions WHERE territoire = ${territoire} AND depuis <= ${jourSql(depuis)} AND jusqua > ${jourSql(depuis)} AND numero_unique IN (${sql.join(numeros)}))`
  return runQuery(
    base.connection,
    sql`SELECT c.numero_unique, c.statut = 'ACTIVE' AS active, c.date_attestation IS NOT NULL AS attestee, ${autreSql('empreinte_nom')} AS nom,
      ${autreSql('empreinte_prenom')} AS prenom, CASE WHEN ka.k1 IS NOT NULL AND kb.k1 IS NOT NULL THEN ka.k1 <> kb.k1 END AS k1,
      CASE WHEN v.numero_unique IS NOT NULL THEN v.situation_familiale IS DISTINCT FROM c.situation_familiale END AS situation,
      CASE WHEN v.numero_unique IS NOT NULL THEN v.date_attestation IS DISTINCT FROM c.date_attestation END AS attestation
      FROM demandes_courantes c LEFT JOIN ${versions} v ON v.numero_unique = c.numero_unique
      LEFT JOIN ${clesSql(base, anciennes)} ka ON ka.numero_unique = c.numero_unique
      LEFT JOIN ${clesSql(base, dernier)} kb ON kb.numero_unique = c.numero_unique
      WHERE c.territoire = ${territoire} AND c.numero_unique IN (${sql.join(numeros)}) ORDER BY c.numero_unique`,
    CHANGES,
  )
}
