import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { jour, nul, texte } from '../socle/sql/colonne.ts'
import { kyselyOn } from '../socle/sql/dialecte.ts'
import type { LigneDe } from '../socle/sql/forme.ts'
import { refs, runQuery } from '../socle/sql/query.ts'
import type { Dossier } from './dossier.ts'
import { parquetSql } from './parquet.ts'
import type { TablesDuMagasin } from './tables.ts'

/** The nominative columns of a territory's latest snapshot, and the day it stands for. */
export interface Identites {
  readonly instantane: Jour
  /** A relation of `numero_unique` and the nominative columns. */
  readonly relation: RawBuilder<unknown>
}

/** Where the names of a territory are; null where no snapshot has them. */
export const findIdentites = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  territoire: string,
): Promise<Identites | null> => {
  const ligne = await kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('instantanes')
    .select((eb) => ['date', eb.ref('fichier_identites').$notNull().as('fichier')])
    .where('territoire', '=', territoire)
    .where('fichier_identites', 'is not', null)
    .orderBy('date', 'desc')
    .limit(1)
    .executeTakeFirst()
  return ligne === undefined
    ? null
    : { instantane: ligne.date, relation: parquetSql(join(dossier.identites, ligne.fichier)) }
}

/** What the reading of names gives of a demande. */
export const IDENTITE = {
  numero_unique: texte,
  nom: nul(texte),
  nom_naissance: nul(texte),
  prenom: nul(texte),
  date_naissance: nul(jour),
  conjoint_nom_naissance: nul(texte),
  conjoint_prenom: nul(texte),
  conjoint_date_naissance: nul(jour),
  code_postal: nul(texte),
  telephone: nul(texte),
  courriel: nul(texte),
}

/** Who a demande is about, as its territory's latest snapshot says. */
export type Identite = LigneDe<typeof IDENTITE>

/** The only reading of names: those of a few demandes, for the gestionnaire's own screens. */
export const readIdentites = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  territoire: string,
  numeros: readonly string[],
): Promise<Identite[]> => {
  const identites = await findIdentites(connection, dossier, territoire)
  if (identites === null || numeros.length === 0) return []
  return runQuery(
    connection,
    sql`SELECT ${refs(Object.keys(IDENTITE))} FROM ${identites.relation} WHERE numero_unique IN (${sql.join(numeros)}) ORDER BY numero_unique`,
    IDENTITE,
  )
}
