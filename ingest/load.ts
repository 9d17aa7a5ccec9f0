import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Etabli, surUnEtabli } from './check/etabli.ts'
import { epurer, estVide, type Profil } from './contract/profil.ts'
import type { NomTable } from './contract/tables.ts'
import { type Entree, ouvrirEntree } from './entree.ts'
import { garderRejets } from './garder-rejets.ts'
import { identifier } from './identifier.ts'
import type { EtapeAvantValidation, OptionsImport } from './options.ts'
import { InstantaneRefuse } from './socle/erreur.ts'
import type { Base } from './store/base.ts'
import { type Instantane, listInstantanes, readRapport } from './store/instantanes.ts'
import { nomDuClasseur } from './store/nom-rejets.ts'
import { trouverProfil } from './store/profils.ts'
import type { RapportImport } from './store/rapport.ts'
import { lireTables, type TableLue } from './tables-lues.ts'
import { valider } from './valider.ts'
import { juger, verifierLignes } from './verifier.ts'

const fichierRequis = (entree: Entree, table: NomTable): void => {
  if (!entree.fichiers.has(table))
    throw new InstantaneRefuse(
      'FICHIER_ABSENT',
      `Le fichier ${table}.csv (ou .xlsx, .parquet) manque dans ${entree.nom} : l’ajouter.`,
    )
}

const memesEmpreintes = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  Object.keys({ ...a, ...b }).every((table) => a[table] === b[table])

/** The report of the import that already loaded the same content. */
const dejaImporte = async (
  base: Base,
  { territoire, date, fichier_rejets }: Instantane,
  depart: number,
): Promise<RapportImport> => ({
  ...(await readRapport(base.connection, territoire, date)),
  etat: 'DEJA_IMPORTE',
  fichier_rejets: fichier_rejets && nomDuClasseur(join(base.dossier.rejets, fichier_rejets)),
  duree_ms: Math.round(performance.now() - depart),
})

/** The same files under another profile are other content. */
const empreinteProfil = (profil: Profil): Readonly<Record<string, string>> =>
  estVide(profil)
    ? {}
    : {
        profil: createHash('sha256')
          .update(JSON.stringify(epurer(profil), clesTriees))
          .digest('hex'),
      }

const clesTriees = (_: string, valeur: unknown): unknown =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
    ? Object.fromEntries(Object.entries(valeur).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : valeur

const intitules = (tables: readonly TableLue[], sorte: 'ignorees' | 'ecartees'): string[] => [
  ...new Set(tables.flatMap(({ parts }) => parts.flatMap(({ correspondance }) => correspondance[sorte]))),
]

const feuillesDe = (tables: readonly TableLue[]): Pick<RapportImport, 'feuilles_lues' | 'feuilles_ecartees'> => {
  const classeurs = tables.flatMap(({ feuilles }) => feuilles)
  return {
    feuilles_lues: Object.fromEntries(classeurs.map(({ fichier, lues }) => [fichier, lues])),
    feuilles_ecartees: Object.fromEntries(
      classeurs.filter(({ ecartees }) => ecartees.length > 0).map(({ fichier, ecartees }) => [fichier, ecartees]),
    ),
  }
}

/** How many demandes there may be. */
const lignesDe = (tables: readonly TableLue[]): number =>
  tables
    .filter(({ nom }) => nom === 'demandes')
    .flatMap(({ parts }) => parts)
    .reduce((total, { part }) => total + part.lignes, 0)

const charger = async (
  base: Base,
  etabli: Etabli,
  chemin: string,
  dossierTemporaire: string,
  options: OptionsImport,
  etape: EtapeAvantValidation,
): Promise<RapportImport> => {
  const depart = performance.now()
  const { connection } = etabli
  options.suivi?.('lecture')
  const entree = await ouvrirEntree(chemin, dossierTemporaire)
  const { territoire, date } = identifier(entree, options)
  options.admettre?.(territoire)
  fichierRequis(entree, 'demandes')
  const charges = await listInstantanes(connection, territoire)
  if (charges.length === 0) fichierRequis(entree, 'guichets')
  const profil = options.profil ?? (await trouverProfil(connection, territoire))?.profil ?? {}
  const tables = await lireTables(entree, { connection, dossierTemporaire }, profil)
  const empreintes = {
    ...Object.fromEntries(tables.map(({ nom, empreinte }) => [nom, empreinte])),
    ...empreinteProfil(profil),
  }
  const deja = charges.find((instantane) => instantane.date === date)
  if (deja !== undefined && memesEmpreintes(deja.empreintes, empreintes)) return dejaImporte(base, deja, depart)
  if (deja !== undefined && !options.remplacer)
    throw new InstantaneRefuse(
      'DEJA_CHARGE',
      `L’instantané du ${date} pour ${territoire} est déjà chargé avec un autre contenu : vérifier la date, ou demander à le remplacer.`,
      { territoire, date },
    )
  await base.prevoir(lignesDe(tables))
  options.suivi?.('vérification')
  const parts = await verifierLignes(etabli, tables, profil)
  const sujet = { nom: entree.nom, territoire, date }
  const verification = await juger(connection, sujet, parts, options).catch(async (refus: unknown) => {
    throw await garderRejets(base.dossier, connection, sujet, parts, options, refus)
  })
  const ignorees = intitules(tables, 'ignorees')
  const ecartees = intitules(tables, 'ecartees')
  const { carte } = entree
  return valider(
    base.dossier,
    connection,
    {
      territoire,
      date,
      carte,
      empreintes,
      profil,
      ignorees,
      ecartees,
      feuilles: feuillesDe(tables),
      verification,
      charges,
      depart,
    },
    options,
    etape,
  )
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
    return await surUnEtabli(connection, dossierTemporaire, (etabli) =>
      charger(base, etabli, chemin, dossierTemporaire, options, etape),
    )
  } finally {
    connection.closeSync()
    rmSync(dossierTemporaire, { recursive: true, force: true })
  }
}
