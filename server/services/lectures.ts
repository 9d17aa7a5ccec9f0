import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Base } from '../../ingest/store/base.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import type { Mois } from '../../ingest/store/jour.ts'
import { jourSql, runQuery } from '../../ingest/store/query.ts'
import { lireMoisCalcules, type MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import type { Guichet } from '../../web/guichet.ts'

/** What the base holds of a territory. */
export interface EtatTerritoire {
  readonly instantanes: readonly Instantane[]
  readonly calcules: readonly MoisCalcule[]
}

/** The register in force for a computed month, and the guichets that only its data name. */
export const lireGuichets = async (
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

interface Entree {
  readonly marque: string
  readonly valeur: Promise<unknown>
}

const caches = new WeakMap<Base, Map<string, Entree>>()
const ENTREES_GARDEES = 200

/** What changes when an import or a purge has changed anything: stored results are read again then, and only then. */
const marqueDe = async (base: Base): Promise<string> => {
  const [ligne] = await runQuery<{ marque: string }>(
    base.connection,
    sql`SELECT count(*) || ' ' || coalesce(max(importe_le)::VARCHAR, '') || ' ' || coalesce(sum(demandes), 0) || ' ' || coalesce(max(purge_au)::VARCHAR, '') AS marque FROM instantanes`,
  )
  return ligne?.marque ?? ''
}

/** Reads once what every reader of the same figures asks for, until an import changes them. */
export const unefois = async <T>(base: Base, cle: string, lire: () => Promise<T>): Promise<T> => {
  const marque = await marqueDe(base)
  const cache = caches.get(base) ?? new Map<string, Entree>()
  caches.set(base, cache)
  const connue = cache.get(cle)
  if (connue?.marque === marque) return connue.valeur as Promise<T>
  const valeur = lire()
  cache.delete(cle)
  cache.set(cle, { marque, valeur })
  valeur.catch(() => cache.delete(cle))
  for (const ancienne of [...cache.keys()].slice(0, -ENTREES_GARDEES)) cache.delete(ancienne)
  return valeur
}

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
