import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Instantane } from '../../ingest/store/instantanes.ts'
import { mesurerFaits, motifsDe } from './calculer-mois.ts'
import { estClos } from './clos.ts'
import { CODES_CONSOLIDABLES, CONSOLIDABLES, moisConsolidables } from './consolide.ts'
import { ecrireFaits, lireFaits } from './faits-stockes.ts'
import { mesurerMois } from './ligne.ts'
import type { MoisCalcule } from './mois-calcules.ts'
import { lacunesDe, moisLu } from './mois-lu.ts'
import { construireRegistre, lireInscrits } from './registre.ts'

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
  const t = sql.lit(territoire)
  await runQuery(
    connection,
    sql`UPDATE resultats SET consolide = NULL WHERE territoire = ${t} AND consolide IS NOT NULL`,
  )
  const clos = estClos(instantanes, dernier)
  if (!clos) await runQuery(connection, sql`DELETE FROM faits WHERE territoire = ${t} AND lecture = 'consolide'`)
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE consolides (mois VARCHAR, niveau VARCHAR, entite VARCHAR, indicateur VARCHAR, valeur DOUBLE)',
  )
  const fenetre = new Set(moisConsolidables(dernier))
  const avant = { s: dernier, s0: null, sMoins: null }
  const motifs = motifsDe(CONSOLIDABLES, lacunesDe(avant, instantanes))
  const appender = await connection.createAppender('consolides')
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
    for (const { niveau, entite, indicateur, valeur } of mesurerMois(
      territoire,
      CONSOLIDABLES,
      faits,
      registre,
      motifs,
    )) {
      if (valeur === null) continue
      for (const texte of [calcule.mois, niveau, entite, indicateur]) appender.appendVarchar(texte)
      appender.appendDouble(valeur)
      appender.endRow()
    }
  }
  appender.closeSync()
  await runQuery(
    connection,
    sql`UPDATE resultats r SET consolide = c.valeur FROM consolides c WHERE r.territoire = ${t} AND r.duree = 1
      AND r.mois = c.mois AND r.niveau = c.niveau AND r.entite = c.entite AND r.indicateur = c.indicateur`,
  )
  await connection.run('DROP TABLE consolides')
}
