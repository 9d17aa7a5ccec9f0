import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { colonnesVides, compterDemandes } from './check/bilan.ts'
import { type Correspondance, rapprocher } from './check/correspondance.ts'
import { verifierPart } from './check/lignes.ts'
import { compterRejets } from './check/rejets.ts'
import type { Table } from './contract/column.ts'
import { intitulesConnus, normaliserIntitule } from './contract/intitules.ts'
import type { Profil } from './contract/profil.ts'
import { type NomTable, TABLES } from './contract/tables.ts'
import { type Entree, ouvrirEntree } from './entree.ts'
import { lireFichier } from './read/lire-part.ts'
import type { Part } from './read/part.ts'
import type { Jour } from './socle/jour.ts'
import { runQuery } from './socle/sql/query.ts'

/** A column that an unknown heading may stand for, the likeliest first. */
export interface Proposition {
  readonly intitule: string
  readonly colonnes: readonly string[]
}

export interface TableExaminee {
  readonly table: NomTable
  readonly fichier: string
  readonly colonnes_reconnues: Readonly<Record<string, string>>
  readonly colonnes_inconnues: readonly string[]
  readonly colonnes_ecartees: readonly string[]
  readonly colonnes_manquantes: readonly string[]
  readonly propositions: readonly Proposition[]
}

export interface Examen {
  readonly tables: readonly TableExaminee[]
  /** Columns without any value, and absent files. */
  readonly vides: readonly string[]
  readonly anomalies: readonly string[]
}

const RESSEMBLANCE = 0.82
const PROPOSITIONS = 3

/** The columns not yet found whose names or labels look like a heading. */
const proposer = async (
  connection: DuckDBConnection,
  intitule: string,
  { manquantes }: Correspondance,
): Promise<Proposition> => {
  if (manquantes.length === 0) return { intitule, colonnes: [] }
  const candidats = manquantes.flatMap(({ nom, libelle }) =>
    [nom, libelle].map((mot) => ({ nom, mot: normaliserIntitule(mot) })),
  )
  const lignes = await runQuery<{ nom: string }>(
    connection,
    sql`SELECT nom FROM (VALUES ${sql.join(candidats.map(({ nom, mot }) => sql`(${sql.lit(nom)}, ${sql.lit(mot)})`))}) c(nom, mot)
      GROUP BY nom HAVING max(jaro_winkler_similarity(mot, ${sql.lit(normaliserIntitule(intitule))})) >= ${sql.lit(RESSEMBLANCE)}
      ORDER BY max(jaro_winkler_similarity(mot, ${sql.lit(normaliserIntitule(intitule))})) DESC, nom LIMIT ${sql.lit(PROPOSITIONS)}`,
  )
  return { intitule, colonnes: lignes.map(({ nom }) => nom) }
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
    propositions.push(await proposer(connection, intitule, correspondance))
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
    },
  }
}

const anomaliesDe = async (connection: DuckDBConnection, table: NomTable): Promise<string[]> =>
  Object.entries(await compterRejets(connection, table)).map(
    ([raison, n]) => `${table} : ${n} ligne(s) rejetée(s), ${raison}`,
  )

/** Reads an extraction without storing anything: what is recognised, what is not, what would be wrong. */
export const examinerExtraction = async (chemin: string, profil: Profil, aujourdhui: Jour): Promise<Examen> => {
  const dossierTemporaire = mkdtempSync(join(tmpdir(), `infocentre-${randomUUID().slice(0, 8)}-`))
  mkdirSync(dossierTemporaire, { recursive: true, mode: 0o700 })
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: join(dossierTemporaire, 'moteur') })
  const connection = await instance.connect()
  try {
    const entree: Entree = await ouvrirEntree(chemin, dossierTemporaire)
    let rang = 0
    const lire = (table: Table<NomTable>, fichier: string) => {
      rang += 1
      const connus = new Set(intitulesConnus(table, profil.colonnes).keys())
      const estConnu = (intitule: string) => connus.has(normaliserIntitule(intitule))
      return lireFichier({ connection, dossierTemporaire, connus, estConnu, rang }, basename(fichier), fichier)
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
      const parts: Part[] = []
      for (const fichier of fichiers) parts.push(...(await lire(table, fichier)).parts)
      for (const part of parts) {
        const { examinee, correspondance } = await examinerTable(connection, table, part, profil)
        tables.push(examinee)
        await verifierPart(connection, table, part, correspondance, profil.valeurs ?? {})
      }
      if (fichiers.length === 0) continue
      anomalies.push(...(await anomaliesDe(connection, table.nom)))
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
