import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { insertRows } from '../../ingest/socle/sql/insert-rows.ts'
import { refs, runQuery } from '../../ingest/socle/sql/query.ts'
import { defineTable } from '../../ingest/socle/sql/table.ts'
import type { Instantane } from '../../ingest/store/instantanes.ts'
import type { TablesLues } from '../tables.ts'
import { mesurerFaits, motifsDe } from './calculer-mois.ts'
import { estClos } from './clos.ts'
import { CODES_CONSOLIDABLES, CONSOLIDABLES, moisConsolidables } from './consolide.ts'
import { ecrireFaits, lireFaits } from './faits-stockes.ts'
import { mesurerMois } from './ligne.ts'
import type { MoisCalcule } from './mois-calcules.ts'
import { lacunesDe, moisLu } from './mois-lu.ts'
import { construireRegistre, lireInscrits } from './registre.ts'
import { RESULTATS } from './tables.ts'

const { mois, niveau, entite, indicateur, valeur } = RESULTATS.colonnes

/** What the latest snapshot knows, for the time of writing it beside the figures. */
const CONSOLIDES = defineTable('consolides', { mois, niveau, entite, indicateur, valeur })

/**
 * Stores, beside each figure of the last twelve months, what the latest snapshot knows of it: what it was last known to
 * know, where it is closed.
 */
export const ecrireConsolides = async (
  connection: DuckDBConnection,
  territoire: string,
  instantanes: readonly Instantane[],
  calcules: readonly MoisCalcule[],
): Promise<void> => {
  const dernier = instantanes.at(-1)?.date
  if (dernier === undefined) return
  const db = kyselyOn<TablesLues>(connection)
  await db
    .updateTable('resultats')
    .set({ consolide: null })
    .where('territoire', '=', territoire)
    .where('consolide', 'is not', null)
    .execute()
  const clos = estClos(instantanes, dernier)
  if (!clos)
    await db.deleteFrom('faits').where('territoire', '=', territoire).where('lecture', '=', 'consolide').execute()
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${sql.id(CONSOLIDES.nom)} AS SELECT ${refs(Object.keys(CONSOLIDES.colonnes))} FROM resultats WHERE FALSE`,
  )
  const fenetre = new Set(moisConsolidables(dernier))
  const avant = { s: dernier, s0: null, sMoins: null }
  const motifs = motifsDe(CONSOLIDABLES, lacunesDe(avant, instantanes))
  for (const calcule of calcules.filter(({ mois }) => fenetre.has(mois))) {
    const faits = clos
      ? await lireFaits(connection, territoire, calcule.mois, 'consolide')
      : (
          await mesurerFaits(
            connection,
            moisLu(territoire, { ...avant, mois: calcule.mois }, instantanes),
            CONSOLIDABLES,
          )
        ).faits
    if (clos && faits.length === 0) continue
    if (!clos) await ecrireFaits(connection, territoire, calcule.mois, 'consolide', CODES_CONSOLIDABLES, faits)
    const registre = construireRegistre(await lireInscrits(connection, territoire, calcule.registre), calcule.guichets)
    const mesures = mesurerMois(territoire, CONSOLIDABLES, faits, registre, motifs)
    await insertRows(
      connection,
      CONSOLIDES,
      mesures.filter(({ valeur }) => valeur !== null),
      { mois: calcule.mois },
    )
  }
  await runQuery(
    connection,
    sql`UPDATE resultats r SET consolide = c.valeur FROM ${sql.id(CONSOLIDES.nom)} c WHERE r.territoire = ${territoire} AND r.duree = 1
      AND r.mois = c.mois AND r.niveau = c.niveau AND r.entite = c.entite AND r.indicateur = c.indicateur`,
  )
  await runQuery(connection, sql`DROP TABLE ${sql.id(CONSOLIDES.nom)}`)
}
