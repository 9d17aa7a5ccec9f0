import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { type BilanDemandes, colonnesVides, compterDemandes } from '../check/bilan.ts'
import { type Etabli, surUnEtabli } from '../check/etabli.ts'
import { compterRejets, type PremierRejet } from '../check/rejets.ts'
import type { Table } from '../contract/column.ts'
import type { Profil } from '../contract/profil.ts'
import { type NomTable, TABLES } from '../contract/tables.ts'
import { type Entree, ouvrirEntree } from '../entree.ts'
import { contexteLecture, type FichierLu, lireFichier, type MoyensLecture } from '../read/lire-part.ts'
import type { Jour } from '../socle/jour.ts'
import type { Base } from '../store/base.ts'
import { devinerTable } from './deviner.ts'
import { ouvrirDossierExamen } from './dossier-examen.ts'
import { examinerTable, type TableExaminee } from './examiner-table.ts'

export interface Examen {
  readonly tables: readonly TableExaminee[]
  /** Columns without any value, and absent files. */
  readonly vides: readonly string[]
  readonly anomalies: readonly string[]
  /** The first rejected rows of each table. */
  readonly premiers: readonly PremierRejet[]
  /** Of the demandes; null where no file holds any. */
  readonly bilan: BilanDemandes | null
  /** Rejected demandes, by reason. */
  readonly rejets: Readonly<Record<string, number>>
  /** Sheets that were left, by workbook. */
  readonly feuilles_ecartees: Readonly<Record<string, readonly string[]>>
}

/** What an examination reads with; `prevoir` makes room for so many rows, where the engine has a base to hold besides. */
interface MoyensExamen extends Omit<MoyensLecture, 'connection'> {
  readonly etabli: Etabli
  readonly prevoir?: Base['prevoir']
}

/** Reads the files of a snapshot, once opened, as its import would, and stores none of it: its rows stay in `verifiees_<table>`. */
export const examinerEntree = async (
  entree: Entree,
  { prevoir, etabli, ...moyens }: MoyensExamen,
  profil: Profil,
  jour: Jour,
): Promise<Examen> => {
  const { connection } = etabli
  let rang = 0
  const lire = (table: Table<NomTable>, fichier: string, devine = false): Promise<FichierLu> => {
    rang += 1
    const contexte = contexteLecture(table, profil, { ...moyens, connection, rang, supposer: !devine })
    return lireFichier(contexte, basename(fichier), fichier)
  }
  const seul =
    entree.fichiers.size === 1 && !/^demandes/i.test(entree.nom) ? entree.fichiers.get('demandes')?.[0] : undefined
  const devinee =
    seul === undefined
      ? null
      : await devinerTable((table) =>
          lire(table, seul, true).then(
            ({ parts }) => parts,
            () => [],
          ),
        )
  const tables: TableExaminee[] = []
  const vides: string[] = []
  const anomalies: string[] = []
  const premiers: PremierRejet[] = []
  const feuilles: Record<string, readonly string[]> = {}
  let bilan: BilanDemandes | null = null
  for (const table of TABLES) {
    const fichiers =
      devinee === null ? (entree.fichiers.get(table.nom) ?? []) : devinee.nom === table.nom && seul ? [seul] : []
    if (fichiers.length === 0 && table.nom !== 'guichets') vides.push(table.nom)
    if (fichiers.length === 0) continue
    const lus: FichierLu[] = []
    for (const fichier of fichiers) lus.push(await lire(table, fichier))
    for (const { fichier, ecartees } of lus) if (ecartees.length > 0) feuilles[fichier.nom] = ecartees
    await prevoir?.(lus.flatMap(({ parts }) => parts).reduce((total, { lignes }) => total + lignes, 0))
    const examinee = await examinerTable(etabli, table, lus, profil)
    tables.push(...examinee.examinees)
    anomalies.push(...examinee.anomalies)
    premiers.push(...examinee.premiers)
    if (table.nom !== 'demandes') vides.push(...(await colonnesVides(connection, table.nom)))
    else {
      bilan = await compterDemandes(connection, jour)
      vides.push(...bilan.vides)
      for (const [colonne, n] of Object.entries(bilan.avertissements))
        anomalies.push(`demandes : ${n} valeur(s) illisible(s) dans ${colonne}`)
    }
  }
  const rejets = bilan === null ? {} : await compterRejets(connection, 'demandes')
  return { tables, vides, anomalies, premiers, bilan, rejets, feuilles_ecartees: feuilles }
}

/** Reads an extraction on its own, without a base: what is recognised, what is not, what would be wrong. */
export const examinerExtraction = async (chemin: string, profil: Profil, aujourdhui: Jour): Promise<Examen> => {
  const dossierTemporaire = ouvrirDossierExamen()
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: join(dossierTemporaire, 'moteur') })
  const connection = await instance.connect()
  try {
    const entree = await ouvrirEntree(chemin, dossierTemporaire)
    return await surUnEtabli(connection, dossierTemporaire, (etabli) =>
      examinerEntree(entree, { etabli, dossierTemporaire }, profil, aujourdhui),
    )
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(dossierTemporaire, { recursive: true, force: true })
  }
}
