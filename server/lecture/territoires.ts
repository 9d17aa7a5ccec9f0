import type { Mois } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { lireMoisCalcules, type MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import type { TablesLues } from '../../metrics/tables.ts'
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

const COLONNES_DU_GUICHET = [
  'code',
  'libelle',
  'categorie',
  'service_code',
  'service_libelle',
  'siren',
  'mode',
  'date_ouverture',
  'date_fermeture',
  'successeur',
  'adresse',
  'code_postal',
  'commune',
  'telephone',
  'courriel',
  'horaires',
] as const satisfies readonly (keyof Guichet)[]

/** The register in force for a computed month, and the guichets that only its data name: every one, whoever asks. */
export const guichetsDuTerritoire = memoriser(
  async ({ connection }, { territoire, calcule: { registre, mois } }: MoisDuTerritoire): Promise<Guichet[]> => {
    const db = kyselyOn<TablesLues>(connection)
    const inscrits =
      registre === null
        ? []
        : await db
            .selectFrom('registres')
            .select(COLONNES_DU_GUICHET)
            .where('territoire', '=', territoire)
            .where('instantane', '=', registre)
            .orderBy('code')
            .execute()
    const connus = new Set(inscrits.map(({ code }) => code))
    const rencontres = await db
      .selectFrom('resultats')
      .select('entite')
      .distinct()
      .where('territoire', '=', territoire)
      .where('mois', '=', mois)
      .where('duree', '=', 1)
      .where('niveau', '=', 'GUICHET')
      .orderBy('entite')
      .execute()
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

/** Two years and the month shown: what curves draw. */
export const MOIS_DES_COURBES = 25

/** A year and the month shown: what states are told of. */
export const MOIS_DES_ETATS = 13

/** The last `n` months that end with a month, whether they have figures or not. */
export const derniersMois = (tous: readonly Mois[], mois: Mois, n: number): readonly Mois[] => {
  const fin = tous.indexOf(mois)
  return tous.slice(Math.max(0, fin - n + 1), fin + 1)
}
