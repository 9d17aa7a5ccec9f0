import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import type { RapportImport } from '../../ingest/store/rapport.ts'
import { TABLES_MESURES } from '../../metrics/attributions/tables.ts'
import { openInstallation } from '../../server/installation.ts'
import { chargerInstantane, type OptionsChargement } from '../../server/services/charger.ts'
import { OPTIONS } from '../base.ts'
import { lireRejets, type Rejet } from './rejets.ts'

/** Every value as text: fingerprints are larger than a number can say. */
const lire = (base: Base, relation: string): Promise<unknown[]> =>
  runQuery(base.connection, sql.raw(`SELECT COLUMNS(*)::VARCHAR FROM ${relation} ORDER BY ALL`))

/** The demandes of every snapshot, as history tells them. */
const HISTOIRE = `(SELECT i.date, v.* EXCLUDE (depuis, jusqua) FROM instantanes i
  JOIN demandes_versions v ON v.territoire = i.territoire AND v.depuis <= i.date AND v.jusqua > i.date)`

export type Contenu = Readonly<Record<string, readonly unknown[]>>

/** All that a base knows, table by table, but when and how long: what two ways to the same figures must agree on. */
export const contenuDe = async (base: Base): Promise<Contenu> => {
  const instantanes = await listInstantanes(base.connection)
  const identites = instantanes.map((i) => i.fichier_identites).filter((fichier) => fichier !== null)
  const cles = instantanes.map((i) => i.fichier_cles).filter((fichier) => fichier !== null)
  const parquet = (dossier: string, fichiers: readonly string[]) =>
    fichiers.length === 0
      ? []
      : lire(base, `read_parquet([${fichiers.map((f) => `'${join(dossier, f)}'`).join(', ')}])`)
  return {
    instantanes: instantanes.map(({ territoire, date, demandes, colonnes_vides }) => ({
      territoire,
      date,
      demandes,
      colonnes_vides,
    })),
    courantes: await lire(base, 'demandes_courantes'),
    histoire: await lire(base, HISTOIRE),
    registres: await lire(base, 'registres'),
    flux: await lire(base, 'flux'),
    baux: await lire(base, 'baux'),
    resultats: await lire(base, 'resultats'),
    pairs_juges: await lire(base, 'pairs_juges'),
    ...Object.fromEntries(await Promise.all(TABLES_MESURES.map(async ({ nom }) => [nom, await lire(base, nom)]))),
    identites: await parquet(base.dossier.identites, identites),
    cles: await parquet(base.dossier.cles, cles),
  }
}

/** Loads snapshots, in this order, into a base of their own; gives what it then knows, and what each import reported. */
export const chargerAPart = async (
  chemins: readonly string[],
  options: Partial<OptionsChargement> = {},
): Promise<{ contenu: Contenu; rapports: readonly RapportImport[]; rejets: readonly Rejet[] }> => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-test-'))
  const base = await openInstallation(dossier)
  try {
    const rapports: RapportImport[] = []
    for (const chemin of chemins) rapports.push(await chargerInstantane(base, chemin, { ...OPTIONS, ...options }))
    const fichier = rapports.at(-1)?.fichier_rejets ?? null
    return { contenu: await contenuDe(base), rapports, rejets: fichier === null ? [] : lireRejets(fichier) }
  } finally {
    base.close()
    rmSync(dossier, { recursive: true, force: true })
  }
}

/** What a base of its own knows once it has loaded snapshots, in this order. */
export const contenuDepuis = async (
  chemins: readonly string[],
  options: Partial<OptionsChargement> = {},
): Promise<Contenu> => (await chargerAPart(chemins, options)).contenu
