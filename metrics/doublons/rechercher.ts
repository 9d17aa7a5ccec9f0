import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { insertRows } from '../../ingest/socle/sql/insert-rows.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import { enTransaction } from '../../ingest/socle/sql/transaction.ts'
import type { Dossier } from '../../ingest/store/dossier.ts'
import { findIdentites } from '../../ingest/store/identites.ts'
import { detecter, TROUVEES } from './detecter.ts'
import { oublierDoublons } from './oublier.ts'
import type { BilanRegle } from './rapprocher.ts'
import { DOUBLONS_RECHERCHES } from './tables.ts'

export interface ContexteRecherche {
  readonly connection: DuckDBConnection
  readonly dossier: Dossier
  readonly territoire: string
  readonly maintenant: string
  readonly version: string
  readonly suivi?: (bilan: BilanRegle) => void
}

/**
 * Looks for the probable duplicates among the active demandes of persons of a territory's latest snapshot, and keeps them,
 * in a transaction of its own. Gives the snapshot's day, or null where no snapshot has names.
 */
export const rechercherDoublons = async ({
  connection,
  dossier,
  territoire,
  maintenant,
  version,
  suivi,
}: ContexteRecherche): Promise<Jour | null> => {
  const identites = await findIdentites(connection, dossier, territoire)
  if (identites === null) return null
  const { instantane, relation } = identites
  await enTransaction(connection, async () => {
    const { demandes, comparees, regles, modele } = await detecter(
      connection,
      sql`(SELECT i.* FROM ${relation} i JOIN demandes_courantes c USING (numero_unique) WHERE c.territoire = ${territoire} AND c.statut = 'ACTIVE' AND c.type_demandeur = 'PERSONNE')`,
      suivi,
    )
    await oublierDoublons(connection, territoire, instantane)
    if (modele !== null)
      await runQuery(
        connection,
        sql`INSERT INTO doublons_paires BY NAME SELECT ${territoire} AS territoire, ${jourSql(instantane)} AS instantane, * FROM ${TROUVEES} ORDER BY a, b`,
      )
    await insertRows(connection, DOUBLONS_RECHERCHES, [
      { territoire, instantane, demandes, comparees, regles, modele, version, recherche_le: maintenant },
    ])
    await runQuery(connection, sql`DROP TABLE IF EXISTS ${TROUVEES}`)
  })
  return instantane
}
