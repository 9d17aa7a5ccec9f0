import { randomUUID } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { type Anterieures, empreindre, oublierEmpreintes } from './check/empreindre.ts'
import { dansLeDesordre } from './check/etabli.ts'
import { clesSql, histoireSql, identitesSql } from './check/menages.ts'
import { verifiees } from './check/raisons.ts'
import { debutMois, finMois, type Jour, type Mois, moisDe, moisPlus } from './socle/jour.ts'
import { finFenetre } from './socle/regles/fenetre.ts'
import { kyselyOn } from './socle/sql/dialecte.ts'
import { jourSql, refs, runQuery } from './socle/sql/query.ts'
import type { Dossier } from './store/dossier.ts'
import { parquetSql } from './store/parquet.ts'
import { endedSql, ouvertesSql, refondreVersions } from './store/refonte.ts'
import type { TablesDuMagasin } from './store/tables.ts'
import { closesSql, suiviesSql } from './store/versions.ts'

/** The month a snapshot may close: the one that ended within the ten days before it. Null for a mid-month snapshot. */
export const moisClos = (date: Jour): Mois | null => {
  const courant = moisDe(date)
  if (finMois(courant) === date) return courant
  const precedent = moisPlus(courant, -1)
  return finFenetre(precedent) >= date ? precedent : null
}

/** A file of names or fingerprints, named so that no two imports share one. */
export const nommer = (territoire: string, date: Jour, extension: string): string =>
  `${territoire}-${date}-${randomUUID().slice(0, 8)}.${extension}`

/** Half of the engine's own: two cores that each fill one stay within the memory of an import, and the file is as small. */
const LIGNES_D_UN_GROUPE = 61_440

const ecrireParquet = async (connection: DuckDBConnection, select: RawBuilder<unknown>, chemin: string) => {
  await dansLeDesordre(connection, () =>
    runQuery(
      connection,
      sql`COPY (${select}) TO ${chemin} (FORMAT PARQUET, COMPRESSION ZSTD, ROW_GROUP_SIZE ${LIGNES_D_UN_GROUPE})`,
    ),
  )
  chmodSync(chemin, 0o600)
}

/** The files that an import writes beside the base; null where it has none. */
export interface Fichiers {
  /** The territory's latest snapshot, whole, whichever snapshot is imported: its rows say since when they hold. */
  readonly courantes: string
  /** The versions that have ended: by this snapshot, or all of them where it does not come last. */
  readonly historique: string | null
  readonly identites: string | null
  readonly cles: string | null
}

export interface Ecriture {
  readonly territoire: string
  readonly date: Jour
  /** Whether it is the territory's latest snapshot. */
  readonly dernier: boolean
  readonly secret: string | null
  readonly remplace: boolean
  /** The file of the latest snapshot until now; null where there is none. */
  readonly anciennes: string | null
  /** Where fingerprints may be taken over from. */
  readonly anterieures: Anterieures | null
}

/** Whether a snapshot comes after all others, so that history only goes on. */
export const prolonge = ({ dernier, remplace }: Pick<Ecriture, 'dernier' | 'remplace'>): boolean => dernier && !remplace

/** Names the files that an import will write: names where it is the latest, keys where there is a secret. */
export const nommerFichiers = ({
  territoire,
  date,
  dernier,
  secret,
  anciennes,
}: Omit<Ecriture, 'anterieures'>): Fichiers => {
  const nom = nommer(territoire, date, 'parquet')
  return {
    courantes: nom,
    historique: anciennes === null ? null : nom,
    identites: dernier ? nom : null,
    cles: secret === null ? null : nom,
  }
}

/** Writes the latest snapshot, and the versions it ends. */
const prolonger = async (
  connection: DuckDBConnection,
  date: Jour,
  nouvelles: RawBuilder<unknown>,
  anciennes: string | null,
  { courantes, historique }: { courantes: string; historique: string },
): Promise<void> => {
  await ecrireParquet(connection, suiviesSql(date, nouvelles, anciennes), courantes)
  if (anciennes !== null) await ecrireParquet(connection, closesSql(date, anciennes, courantes), historique)
}

/** Writes a history into which a snapshot has been put: all that has ended, and the latest snapshot again. */
const refondre = async (
  connection: DuckDBConnection,
  { territoire, date, dernier, remplace }: Ecriture,
  nouvelles: RawBuilder<unknown>,
  anciennes: string,
  { courantes, historique }: { courantes: string; historique: string },
): Promise<void> => {
  await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE nouvelles AS ${nouvelles}`)
  await refondreVersions(connection, territoire, date, sql`nouvelles`, remplace)
  await ecrireParquet(connection, ouvertesSql(dernier ? sql`nouvelles` : parquetSql(anciennes)), courantes)
  await ecrireParquet(connection, endedSql, historique)
}

/** Writes the demandes of a snapshot: whole where it is the latest, as changed rows in history, names and keys apart. */
export const ecrireDemandes = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  ecriture: Ecriture,
  { courantes, historique, identites, cles }: Fichiers,
): Promise<void> => {
  const { date, secret } = ecriture
  const anciennes = ecriture.anciennes && join(dossier.courantes, ecriture.anciennes)
  const chemins = {
    courantes: join(dossier.courantes, courantes),
    historique: join(dossier.historique, historique ?? ''),
  }
  const demandes = await empreindre(connection, date, secret, ecriture.anterieures)
  const nouvelles = histoireSql(date, demandes)
  if (anciennes === null || prolonge(ecriture)) await prolonger(connection, date, nouvelles, anciennes, chemins)
  else await refondre(connection, ecriture, nouvelles, anciennes, chemins)
  if (identites !== null) await ecrireParquet(connection, identitesSql(date), join(dossier.identites, identites))
  if (cles !== null) await ecrireParquet(connection, clesSql(demandes), join(dossier.cles, cles))
  await oublierEmpreintes(connection)
}

/** Writes the register, the closed month's messages and the leases; a table the snapshot lacks is left as it was. */
export const ecrireTables = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
  presentes: ReadonlySet<string>,
): Promise<void> => {
  const t = sql`${territoire}`
  const d = jourSql(date)
  const db = kyselyOn<TablesDuMagasin>(connection)
  for (const table of ['registres', 'flux', 'baux'] as const)
    await db.deleteFrom(table).where('territoire', '=', territoire).where('instantane', '=', date).execute()
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
