import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import { situationSql } from '../../ingest/store/versions.ts'
import type { Indicateur } from '../indicateur.ts'
import type { CodeIndicateur } from '../registry.ts'
import type { Motif } from '../resultat.ts'
import type { Fait } from './fait.ts'
import type { Lacunes } from './lacunes.ts'
import { motifNonMesurable } from './mesurable.ts'
import type { MoisLu } from './mois-lu.ts'

type Indicateurs = readonly Indicateur<CodeIndicateur>[]

/** Why some indicators have no value in a month. */
export const motifsDe = (indicateurs: Indicateurs, lacunes: Lacunes): Record<string, Motif> =>
  Object.fromEntries(
    indicateurs.flatMap((indicateur) => {
      const motif = motifNonMesurable(indicateur, lacunes)
      return motif === null ? [] : [[indicateur.code, motif]]
    }),
  )

/** Measures some indicators of a month: their facts, and why the others have none. */
export const mesurerFaits = async (
  connection: DuckDBConnection,
  lu: MoisLu,
  indicateurs: Indicateurs,
): Promise<{ faits: Fait[]; motifs: Record<string, Motif> }> => {
  const motifs = motifsDe(indicateurs, lu.lacunes)
  const mesurables = indicateurs.filter(({ code }) => motifs[code] === undefined)
  const faits: Fait[] = []
  for (const [relation, siens] of grouperPar(mesurables, ({ relation }) => relation)) {
    const prepare = (await relation.preparer?.(connection, siens, lu)) ?? lu
    for (const { requete, lire } of relation.passes(siens, prepare))
      for (const row of await runQuery(connection, requete)) faits.push(...lire(row))
  }
  return { faits, motifs }
}

/** The guichets that a snapshot's demandes or messages name, of persons or not. */
export const guichetsNommes = async (
  connection: DuckDBConnection,
  territoire: string,
  s: Jour,
  dernier: Jour,
): Promise<string[]> => {
  const situation = situationSql(territoire, s, dernier)
  const lignes = await runQuery(
    connection,
    sql`SELECT DISTINCT code FROM (
      SELECT unnest([guichet_enregistrement, guichet_renouvellement, guichet_modification, guichet_radiation]) AS code
        FROM (SELECT DISTINCT guichet_enregistrement, guichet_renouvellement, guichet_modification, guichet_radiation FROM ${situation})
      UNION SELECT unnest(guichets_flux) FROM instantanes WHERE territoire = ${territoire} AND date = ${jourSql(s)}
    ) WHERE code IS NOT NULL ORDER BY code`,
    { code: texte },
  )
  return lignes.map(({ code }) => code)
}
