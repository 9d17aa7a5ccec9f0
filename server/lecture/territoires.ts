import { sql } from 'kysely'
import type { Mois } from '../../ingest/socle/jour.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { lireMoisCalcules, type MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import { memoriser } from './memoire.ts'

/** What the base holds of a territory. */
export interface EtatTerritoire {
  readonly instantanes: readonly Instantane[]
  readonly calcules: readonly MoisCalcule[]
}

/** The month of a territory that something is read for. */
export interface MoisDuTerritoire {
  readonly territoire: string
  readonly calcule: MoisCalcule
}

/** The register in force for a computed month, and the guichets that only its data name: every one, whoever asks. */
export const guichetsDuTerritoire = memoriser(
  async ({ connection }, { territoire, calcule: { registre, mois } }: MoisDuTerritoire): Promise<Guichet[]> => {
    const inscrits =
      registre === null
        ? []
        : await runQuery<Guichet>(
            connection,
            sql`SELECT * EXCLUDE (territoire, instantane, mandants) FROM registres WHERE territoire = ${territoire} AND instantane = ${jourSql(registre)} ORDER BY code`,
          )
    const connus = new Set(inscrits.map(({ code }) => code))
    const rencontres = await runQuery<{ entite: string }>(
      connection,
      sql`SELECT DISTINCT entite FROM resultats WHERE territoire = ${territoire} AND mois = ${mois} AND duree = 1 AND niveau = 'GUICHET' ORDER BY entite`,
    )
    const inconnus = rencontres.filter(({ entite }) => !connus.has(entite))
    return [...inscrits, ...inconnus.map(({ entite }) => ({ code: entite, libelle: entite, categorie: null }))]
  },
)

export const lireTerritoires = memoriser(
  async ({ connection }, _: Record<string, never>): Promise<string[]> => [
    ...new Set((await listInstantanes(connection)).map(({ territoire }) => territoire)),
  ],
)

/** Whether every snapshot loaded is made up. */
export const estFictive = memoriser(
  async ({ connection }, _: Record<string, never>): Promise<boolean> =>
    (await listInstantanes(connection)).every(({ synthetique }) => synthetique),
)

export const lireEtat = memoriser(
  async ({ connection }, { territoire }: { readonly territoire: string }): Promise<EtatTerritoire> => ({
    instantanes: await listInstantanes(connection, territoire),
    calcules: await lireMoisCalcules(connection, territoire),
  }),
)

/** The last `n` months that end with a month, whether they have figures or not. */
export const derniersMois = (tous: readonly Mois[], mois: Mois, n: number): readonly Mois[] => {
  const fin = tous.indexOf(mois)
  return tous.slice(Math.max(0, fin - n + 1), fin + 1)
}
