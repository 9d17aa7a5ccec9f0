import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Mois } from '../../ingest/socle/jour.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { lireMoisCalcules, type MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import type { Guichet } from '../../web/guichet.ts'
import { unefois } from './memoire.ts'

/** What the base holds of a territory. */
export interface EtatTerritoire {
  readonly instantanes: readonly Instantane[]
  readonly calcules: readonly MoisCalcule[]
}

/** The register in force for a computed month, and the guichets that only its data name. */
const lireGuichets = async (
  connection: DuckDBConnection,
  territoire: string,
  { registre, mois }: MoisCalcule,
): Promise<Guichet[]> => {
  const inscrits =
    registre === null
      ? []
      : await runQuery<Guichet>(
          connection,
          sql`SELECT * EXCLUDE (territoire, instantane, mandants) FROM registres WHERE territoire = ${sql.lit(territoire)} AND instantane = ${jourSql(registre)} ORDER BY code`,
        )
  const connus = new Set(inscrits.map(({ code }) => code))
  const rencontres = await runQuery<{ entite: string }>(
    connection,
    sql`SELECT DISTINCT entite FROM resultats WHERE territoire = ${sql.lit(territoire)} AND mois = ${sql.lit(mois)} AND duree = 1 AND niveau = 'GUICHET' ORDER BY entite`,
  )
  const inconnus = rencontres.filter(({ entite }) => !connus.has(entite))
  return [...inscrits, ...inconnus.map(({ entite }) => ({ code: entite, libelle: entite, categorie: null }))]
}

/** The same, read once: every guichet, whoever asks. */
export const guichetsDuTerritoire = (base: Base, territoire: string, calcule: MoisCalcule): Promise<Guichet[]> =>
  unefois(base, `guichets ${territoire} ${calcule.mois}`, () => lireGuichets(base.connection, territoire, calcule))

export const lireTerritoires = (base: Base): Promise<string[]> =>
  unefois(base, 'territoires', async () => [
    ...new Set((await listInstantanes(base.connection)).map(({ territoire }) => territoire)),
  ])

export const lireEtat = (base: Base, territoire: string): Promise<EtatTerritoire> =>
  unefois(base, `etat ${territoire}`, async () => ({
    instantanes: await listInstantanes(base.connection, territoire),
    calcules: await lireMoisCalcules(base.connection, territoire),
  }))

/** The last `n` months that end with a month, whether they have figures or not. */
export const derniersMois = (tous: readonly Mois[], mois: Mois, n: number): readonly Mois[] => {
  const fin = tous.indexOf(mois)
  return tous.slice(Math.max(0, fin - n + 1), fin + 1)
}
