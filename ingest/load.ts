import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { colonnesVides, compterDemandes } from './check/bilan.ts'
import { compterRejets, ecrireRejets } from './check/rejets.ts'
import type { Profil } from './contract/profil.ts'
import type { NomTable } from './contract/tables.ts'
import { ecrireApart, ecrireDemandes, ecrireTables, nommer, removeFiles } from './ecrire.ts'
import { type Entree, ouvrirEntree } from './entree.ts'
import type { RapportImport } from './rapport.ts'
import type { Base } from './store/base.ts'
import { InstantaneRefuse } from './store/erreur.ts'
import { listInstantanes, readRapport } from './store/instantanes.ts'
import { estJour, type Jour } from './store/jour.ts'
import { jourSql, runQuery } from './store/query.ts'
import { ecartsRegistre, guichetsInconnus } from './store/registre.ts'
import { situationSql } from './store/versions.ts'
import { lireTables, verifierTable } from './tables-lues.ts'

export interface OptionsImport {
  readonly territoire?: string
  readonly date?: Jour
  readonly profil?: Profil
  /** Share of rejected rows above which the snapshot is refused whole. */
  readonly tolerance?: number
  readonly remplacer?: boolean
  readonly aujourdhui: Jour
  /** `AAAA-MM-JJ HH:MM:SS`. */
  readonly maintenant: string
  readonly secret: string | null
  readonly suivi?: (etape: string) => void
}

/** What a step that runs before the commit is told. */
export interface ContexteEtape {
  readonly connection: DuckDBConnection
  readonly territoire: string
  readonly date: Jour
  /** The file of this snapshot's identity keys; null without the fingerprint secret. */
  readonly cles: string | null
  readonly maintenant: string
}

/** Runs in the import's transaction; says which indicators could not be measured. */
export type EtapeAvantValidation = (
  contexte: ContexteEtape,
) => Promise<{ indicateurs_non_mesurables: readonly string[] }>

const TOLERANCE = 0.005

const identifier = ({ carte, nom }: Entree, options: OptionsImport): { territoire: string; date: Jour } => {
  const territoire = (options.territoire ?? (typeof carte.territoire === 'string' ? carte.territoire : ''))
    .trim()
    .toUpperCase()
  const date = options.date ?? (typeof carte.date === 'string' ? carte.date.trim() : '')
  if (territoire === '' || date === '')
    throw new InstantaneRefuse(
      'CARTE_ABSENTE',
      `Le territoire ou la date de ${nom} n’est pas connu : ajouter instantane.json, ou donner --territoire et --date.`,
    )
  if (!/^[0-9A-Z]{3}$/.test(territoire))
    throw new InstantaneRefuse(
      'TERRITOIRE_INVALIDE',
      `Le territoire « ${territoire} » n’a pas trois caractères : donner par exemple 013.`,
    )
  if (!estJour(date))
    throw new InstantaneRefuse(
      'DATE_INVALIDE',
      `La date « ${date} » n’est pas un jour du calendrier : l’écrire AAAA-MM-JJ.`,
    )
  if (date > options.aujourdhui)
    throw new InstantaneRefuse(
      'DATE_FUTURE',
      `La date ${date} est dans l’avenir : corriger instantane.json, ou donner --date.`,
    )
  return { territoire, date }
}

const fichierRequis = (entree: Entree, table: NomTable): void => {
  if (!entree.fichiers.has(table))
    throw new InstantaneRefuse(
      'FICHIER_ABSENT',
      `Le fichier ${table}.csv (ou .xlsx, .parquet) manque dans ${entree.nom} : l’ajouter.`,
    )
}

const memesEmpreintes = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  Object.keys({ ...a, ...b }).every((table) => a[table] === b[table])

const charger = async (
  base: Base,
  connection: DuckDBConnection,
  chemin: string,
  dossierTemporaire: string,
  options: OptionsImport,
  etape: EtapeAvantValidation,
): Promise<RapportImport> => {
  const depart = performance.now()
  const suivi = options.suivi ?? (() => {})
  suivi('lecture')
  const entree = await ouvrirEntree(chemin, dossierTemporaire)
  const { territoire, date } = identifier(entree, options)
  fichierRequis(entree, 'demandes')
  const charges = await listInstantanes(connection, territoire)
  const deja = charges.find((instantane) => instantane.date === date)
  if (charges.length === 0) fichierRequis(entree, 'guichets')
  const profil = options.profil ?? {}
  const tables = await lireTables(connection, entree, dossierTemporaire, profil)
  const empreintes = Object.fromEntries(tables.map(({ nom, empreinte }) => [nom, empreinte]))
  if (deja !== undefined && memesEmpreintes(deja.empreintes, empreintes)) {
    const rapport = JSON.parse((await readRapport(connection, territoire, date)) ?? '{}') as RapportImport
    return {
      ...rapport,
      etat: 'DEJA_IMPORTE',
      fichier_rejets: deja.fichier_rejets && join(base.dossier.rejets, deja.fichier_rejets),
      duree_ms: Math.round(performance.now() - depart),
    }
  }
  if (deja !== undefined && !options.remplacer)
    throw new InstantaneRefuse(
      'DEJA_CHARGE',
      `L’instantané du ${date} pour ${territoire} est déjà chargé avec un autre contenu : ajouter --remplacer pour le remplacer.`,
    )

  suivi('vérification')
  const parts = []
  for (const table of tables)
    for (const part of await verifierTable(connection, table, profil)) parts.push({ table: table.nom, part })
  const bilan = await compterDemandes(connection, date)
  if (bilan.lignes === 0)
    throw new InstantaneRefuse(
      'FICHIER_VIDE',
      `La table demandes de ${entree.nom} n’a aucune ligne : redemander l’extraction.`,
    )
  const tolerance = options.tolerance ?? TOLERANCE
  const rejets = await compterRejets(connection, 'demandes')
  if (bilan.rejetees > tolerance * bilan.lignes) {
    const raisons = Object.entries(rejets)
      .map(([raison, n]) => `${raison} : ${n}`)
      .join(', ')
    throw new InstantaneRefuse(
      'TROP_DE_REJETS',
      `${bilan.rejetees} lignes sur ${bilan.lignes} sont rejetées (${raisons}), plus que la tolérance de ${String(tolerance * 100).replace('.', ',')} % : corriger l’extraction, ou augmenter --tolerance.`,
      { rejets },
    )
  }
  const presentes = new Set<string>(tables.map(({ nom }) => nom))
  const rejetsDe = async (table: NomTable) =>
    presentes.has(table) ? Object.values(await compterRejets(connection, table)).reduce((a, b) => a + b, 0) : 0
  const vides = [...bilan.vides]
  for (const table of ['guichets', 'flux', 'baux'] as const) {
    if (presentes.has(table)) vides.push(...(await colonnesVides(connection, table)))
    else if (table !== 'guichets') vides.push(table)
  }
  if (vides.includes('guichets.code'))
    throw new InstantaneRefuse(
      'REGISTRE_VIDE',
      `Aucun guichet de ${entree.nom} n’est lisible : corriger le fichier guichets.`,
    )

  const nomRejets = nommer(territoire, date, 'csv')
  const cheminRejets = join(base.dossier.rejets, nomRejets)
  const nRejets = await ecrireRejets(connection, parts, cheminRejets)
  if (nRejets > 0) chmodSync(cheminRejets, 0o600)
  const dernier = charges.every((instantane) => instantane.date <= date)
  const secret = options.secret
  let fichiers: { identites: string | null; cles: string | null } = { identites: null, cles: null }

  suivi('écriture')
  await connection.run('BEGIN TRANSACTION')
  try {
    await ecrireDemandes(connection, { territoire, date, dernier, secret, remplace: deja !== undefined })
    await ecrireTables(connection, territoire, date, presentes)
    fichiers = await ecrireApart(connection, base.dossier, { territoire, date, dernier, secret })
    const toutes = [...charges.filter((i) => i.date !== date).map((i) => i.date), date].sort()
    const gardees = toutes.slice(-2)
    const t = sql.lit(territoire)
    const d = jourSql(date)
    const carte = entree.carte
    await runQuery(connection, sql`DELETE FROM instantanes WHERE territoire = ${t} AND date = ${d}`)
    await runQuery(
      connection,
      sql`INSERT INTO instantanes VALUES (${t}, ${d}, ${sql.lit(typeof carte.source === 'string' ? carte.source : null)}, ${sql.lit(carte.synthetique === true)},
        ${sql.lit(options.maintenant)}::TIMESTAMP, ${sql.lit(bilan.acceptees)}, ${sql.lit(JSON.stringify(empreintes))}, [${sql.join(vides.map((v) => sql.lit(v)))}]::VARCHAR[], '{}',
        ${sql.lit(fichiers.identites)}, ${sql.lit(gardees.includes(date) ? fichiers.cles : null)}, ${sql.lit(nRejets > 0 ? nomRejets : null)}, FALSE)`,
    )
    if (dernier)
      await runQuery(
        connection,
        sql`UPDATE instantanes SET fichier_identites = NULL WHERE territoire = ${t} AND date < ${d}`,
      )
    await runQuery(
      connection,
      sql`UPDATE instantanes SET fichier_cles = NULL WHERE territoire = ${t} AND fichier_cles IS NOT NULL AND date NOT IN (${sql.join(gardees.map(jourSql))})`,
    )
    suivi('calcul')
    const { indicateurs_non_mesurables } = await etape({
      connection,
      territoire,
      date,
      cles: fichiers.cles === null ? null : join(base.dossier.cles, fichiers.cles),
      maintenant: options.maintenant,
    })
    const dernierCharge = toutes.at(-1) ?? date
    const rapport: RapportImport = {
      territoire,
      date,
      etat: deja === undefined ? 'IMPORTE' : 'REMPLACE',
      lignes: bilan.lignes,
      acceptees: bilan.acceptees,
      rejetees: bilan.rejetees,
      purgees: bilan.purgees,
      reparees: bilan.reparees,
      avertissements: bilan.avertissements,
      colonnes_vides: vides,
      colonnes_ignorees: [
        ...new Set(tables.flatMap((table) => table.parts.flatMap(({ correspondance }) => correspondance.ignorees))),
      ],
      colonnes_ecartees: [
        ...new Set(tables.flatMap((table) => table.parts.flatMap(({ correspondance }) => correspondance.ecartees))),
      ],
      indicateurs_non_mesurables,
      guichets_inconnus: await guichetsInconnus(
        connection,
        territoire,
        date,
        situationSql(territoire, date, dernierCharge),
      ),
      rejets,
      rejets_guichets: await rejetsDe('guichets'),
      rejets_flux: await rejetsDe('flux'),
      rejets_baux: await rejetsDe('baux'),
      fichier_rejets: nRejets > 0 ? cheminRejets : null,
      ecarts_registre: presentes.has('guichets') ? await ecartsRegistre(connection, territoire, date) : [],
      duree_ms: Math.round(performance.now() - depart),
    }
    await runQuery(
      connection,
      sql`UPDATE instantanes SET rapport = ${sql.lit(JSON.stringify(rapport))} WHERE territoire = ${t} AND date = ${d}`,
    )
    await connection.run('COMMIT')
    const cites = await listInstantanes(connection)
    const restants = new Set(cites.flatMap((i) => [i.fichier_identites, i.fichier_cles, i.fichier_rejets]))
    removeFiles(
      base.dossier.identites,
      charges.map((i) => i.fichier_identites).filter((f) => !restants.has(f)),
    )
    removeFiles(
      base.dossier.cles,
      [...charges.map((i) => i.fichier_cles), fichiers.cles].filter((f) => !restants.has(f)),
    )
    removeFiles(
      base.dossier.rejets,
      [deja?.fichier_rejets ?? null].filter((f) => !restants.has(f)),
    )
    return rapport
  } catch (cause) {
    await connection.run('ROLLBACK').catch(() => {})
    removeFiles(base.dossier.identites, [fichiers.identites])
    removeFiles(base.dossier.cles, [fichiers.cles])
    removeFiles(base.dossier.rejets, [nomRejets])
    throw cause
  }
}

/**
 * Loads one snapshot in one transaction: a process killed at any moment leaves the base as it was or as it becomes.
 * `etape` computes what the snapshot makes possible, before the commit.
 *
 * @throws InstantaneRefuse with one sentence, nothing changed.
 */
export const importInstantane = async (
  base: Base,
  chemin: string,
  options: OptionsImport,
  etape: EtapeAvantValidation,
): Promise<RapportImport> => {
  const dossierTemporaire = join(base.dossier.temporaire, randomUUID())
  mkdirSync(dossierTemporaire, { recursive: true, mode: 0o700 })
  const connection = await base.connect()
  try {
    return await charger(base, connection, chemin, dossierTemporaire, options, etape)
  } finally {
    connection.closeSync()
    rmSync(dossierTemporaire, { recursive: true, force: true })
  }
}
