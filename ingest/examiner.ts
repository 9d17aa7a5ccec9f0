import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { colonnesVides, compterDemandes } from './check/bilan.ts'
import { type Correspondance, rapprocher } from './check/correspondance.ts'
import { compterInconnues } from './check/inconnues.ts'
import { verifierPart } from './check/lignes.ts'
import { compterRejets, type PartRejetable, premiersRejets } from './check/rejets.ts'
import type { Table } from './contract/column.ts'
import type { Profil } from './contract/profil.ts'
import { type NomTable, TABLES } from './contract/tables.ts'
import { ouvrirDossierExamen } from './dossier-examen.ts'
import { type Entree, ouvrirEntree } from './entree.ts'
import { type Proposition, proposer } from './proposer.ts'
import { contexteLecture, lireFichier } from './read/lire-part.ts'
import type { Part } from './read/part.ts'
import type { Encodage } from './read/transcode.ts'
import type { Jour } from './socle/jour.ts'
import type { ValeursInconnues } from './store/rapport.ts'

export interface TableExaminee {
  readonly table: NomTable
  readonly fichier: string
  readonly colonnes_reconnues: Readonly<Record<string, string>>
  readonly colonnes_inconnues: readonly string[]
  readonly colonnes_ecartees: readonly string[]
  readonly colonnes_manquantes: readonly string[]
  readonly propositions: readonly Proposition[]
  /** Values outside their lists, with their numbers, in all the files of the table. */
  readonly valeurs_inconnues: ValeursInconnues
  /** Of a `.csv` alone. */
  readonly encodage: Encodage | null
}

export interface Examen {
  readonly tables: readonly TableExaminee[]
  /** Columns without any value, and absent files. */
  readonly vides: readonly string[]
  readonly anomalies: readonly string[]
}

/** Which table a lone file looks like: the one whose columns its headings name most. */
const devinerTable = async (lire: (table: Table<NomTable>) => Promise<readonly Part[]>): Promise<Table<NomTable>> => {
  let meilleure: Table<NomTable> = TABLES[1]
  let record = 0
  for (const table of TABLES) {
    const reconnues = Math.max(
      0,
      ...(await lire(table)).map(
        (part) => Object.keys(rapprocher(table, part.intitules, part.fichier.nom).reconnues).length,
      ),
    )
    if (reconnues > record) {
      record = reconnues
      meilleure = table
    }
  }
  return meilleure
}

const examinerTable = async (
  connection: DuckDBConnection,
  table: Table<NomTable>,
  part: Part,
  profil: Profil,
): Promise<{ examinee: TableExaminee; correspondance: Correspondance }> => {
  const correspondance = rapprocher(table, part.intitules, part.fichier.nom, profil)
  const propositions: Proposition[] = []
  for (const intitule of correspondance.ignorees)
    propositions.push(await proposer(connection, part, intitule, correspondance))
  return {
    correspondance,
    examinee: {
      table: table.nom,
      fichier: part.fichier.nom,
      colonnes_reconnues: correspondance.reconnues,
      colonnes_inconnues: correspondance.ignorees,
      colonnes_ecartees: correspondance.ecartees,
      colonnes_manquantes: correspondance.manquantes.map(({ nom }) => nom),
      propositions: propositions.filter(({ colonnes }) => colonnes.length > 0),
      valeurs_inconnues: {},
      encodage: part.texte?.encodage ?? null,
    },
  }
}

const PREMIERES = 5

const anomaliesDe = async (connection: DuckDBConnection, parts: readonly PartRejetable[]): Promise<string[]> => {
  const [premiere] = parts
  if (premiere === undefined) return []
  const comptes = Object.entries(await compterRejets(connection, premiere.table)).map(
    ([raison, n]) => `${premiere.table} : ${n} ligne(s) rejetée(s), ${raison}`,
  )
  return [...comptes, ...(await premiersRejets(connection, parts, PREMIERES))]
}

/** Reads an extraction without storing anything: what is recognised, what is not, what would be wrong. */
export const examinerExtraction = async (chemin: string, profil: Profil, aujourdhui: Jour): Promise<Examen> => {
  const dossierTemporaire = ouvrirDossierExamen()
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: join(dossierTemporaire, 'moteur') })
  const connection = await instance.connect()
  try {
    const entree: Entree = await ouvrirEntree(chemin, dossierTemporaire)
    let rang = 0
    const lire = (table: Table<NomTable>, fichier: string) => {
      rang += 1
      const contexte = contexteLecture(table, profil, { connection, dossierTemporaire, rang })
      return lireFichier(contexte, basename(fichier), fichier)
    }
    const seul =
      entree.fichiers.size === 1 && !/^demandes/i.test(entree.nom) ? entree.fichiers.get('demandes')?.[0] : undefined
    const devinee =
      seul === undefined
        ? null
        : await devinerTable((table) =>
            lire(table, seul).then(
              ({ parts }) => parts,
              () => [],
            ),
          )
    const tables: TableExaminee[] = []
    const vides: string[] = []
    const anomalies: string[] = []
    for (const table of TABLES) {
      const fichiers =
        devinee === null ? (entree.fichiers.get(table.nom) ?? []) : devinee.nom === table.nom && seul ? [seul] : []
      if (fichiers.length === 0 && table.nom !== 'guichets') vides.push(table.nom)
      const lues: Part[] = []
      for (const fichier of fichiers) lues.push(...(await lire(table, fichier)).parts)
      const parts: PartRejetable[] = []
      const examinees: TableExaminee[] = []
      for (const part of lues) {
        const { examinee, correspondance } = await examinerTable(connection, table, part, profil)
        const verifiee = await verifierPart(connection, table, part, correspondance, profil.valeurs ?? {})
        parts.push({ table: table.nom, part: verifiee })
        examinees.push(examinee)
      }
      if (fichiers.length === 0) continue
      const valeurs_inconnues = await compterInconnues(connection, table.nom)
      tables.push(...examinees.map((examinee) => ({ ...examinee, valeurs_inconnues })))
      anomalies.push(...(await anomaliesDe(connection, parts)))
      if (table.nom !== 'demandes') vides.push(...(await colonnesVides(connection, table.nom)))
      else {
        const bilan = await compterDemandes(connection, aujourdhui)
        vides.push(...bilan.vides)
        for (const [colonne, n] of Object.entries(bilan.avertissements))
          anomalies.push(`demandes : ${n} valeur(s) illisible(s) dans ${colonne}`)
      }
    }
    return { tables, vides, anomalies }
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(dossierTemporaire, { recursive: true, force: true })
  }
}
