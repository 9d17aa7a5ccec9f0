import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { type Correspondance, rapprocher } from '../check/correspondance.ts'
import type { Etabli } from '../check/etabli.ts'
import { compterInconnues } from '../check/inconnues.ts'
import { refuserIntitulesMeles } from '../check/intitules-meles.ts'
import { acheverTable, verifierPart } from '../check/lignes.ts'
import { MASQUEE, verifiees } from '../check/raisons.ts'
import { compterRejets, direRejet, type PartRejetable, type PremierRejet, premiersRejets } from '../check/rejets.ts'
import type { Table } from '../contract/column.ts'
import type { Profil } from '../contract/profil.ts'
import type { NomTable } from '../contract/tables.ts'
import type { FichierLu } from '../read/lire-part.ts'
import type { Part } from '../read/part.ts'
import type { Encodage } from '../read/transcode.ts'
import { grouperPar } from '../socle/grouper-par.ts'
import { entier, texte } from '../socle/sql/colonne.ts'
import { runQuery } from '../socle/sql/query.ts'
import type { ValeursInconnues } from '../store/rapport.ts'
import { type Proposition, proposer } from './proposer.ts'

export interface TableExaminee {
  readonly table: NomTable
  readonly fichier: string
  /** The sheet it is, where the file is a workbook. */
  readonly feuille: string | null
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

const examinerPart = async (
  connection: DuckDBConnection,
  table: Table<NomTable>,
  part: Part,
  profil: Profil,
): Promise<{ examinee: TableExaminee; correspondance: Correspondance }> => {
  const correspondance = rapprocher(table, part.intitules, part.fichier.nom, profil)
  refuserIntitulesMeles(correspondance, part.fichier.nom)
  const propositions: Proposition[] = []
  for (const intitule of correspondance.melee ? [] : correspondance.ignorees)
    propositions.push(await proposer(connection, part, intitule, correspondance))
  return {
    correspondance,
    examinee: {
      table: table.nom,
      fichier: part.fichier.nom,
      feuille: part.feuille ?? null,
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

/** A word met fewer times than this could tell of one household. */
const ASSEZ_FREQUENT = 3

/** The words that rejected their rows, for a profile may give them a meaning: by column, with their numbers. */
const codesRejetes = async (connection: DuckDBConnection, table: NomTable): Promise<ValeursInconnues> => {
  const lignes = await runQuery(
    connection,
    sql`SELECT colonne, valeur, count(*) AS n FROM ${sql.id(verifiees(table))}
      WHERE raison = 'CODE_INCONNU' AND valeur <> ${MASQUEE} GROUP BY ALL HAVING count(*) >= ${ASSEZ_FREQUENT} ORDER BY colonne, n DESC, valeur`,
    { colonne: texte, valeur: texte, n: entier },
  )
  return Object.fromEntries(
    [...grouperPar(lignes, ({ colonne }) => colonne)].map(([colonne, siennes]) => [
      colonne,
      Object.fromEntries(siennes.map(({ valeur, n }) => [valeur, n])),
    ]),
  )
}

const PREMIERES = 5

const anomaliesDe = async (
  connection: DuckDBConnection,
  table: NomTable,
  premiers: readonly PremierRejet[],
): Promise<string[]> => {
  const comptes = Object.entries(await compterRejets(connection, table)).map(
    ([raison, n]) => `${table} : ${n} ligne(s) rejetée(s), ${raison}`,
  )
  return [...comptes, ...premiers.map(direRejet)]
}

/** Examines the files of a table, and types all their rows into `verifiees_<table>`. */
export const examinerTable = async (
  etabli: Etabli,
  table: Table<NomTable>,
  fichiers: readonly FichierLu[],
  profil: Profil,
): Promise<{ examinees: TableExaminee[]; anomalies: string[]; premiers: PremierRejet[] }> => {
  const { connection } = etabli
  const parts: PartRejetable[] = []
  const examinees: TableExaminee[] = []
  for (const part of fichiers.flatMap((fichier) => fichier.parts)) {
    const { examinee, correspondance } = await examinerPart(connection, table, part, profil)
    const verifiee = await verifierPart(etabli, table, part, correspondance, profil.valeurs ?? {})
    parts.push({ table: table.nom, part: verifiee })
    examinees.push(examinee)
  }
  await acheverTable(
    connection,
    table.nom,
    parts.map(({ part }) => part),
  )
  const valeurs_inconnues = {
    ...(await codesRejetes(connection, table.nom)),
    ...(await compterInconnues(connection, table.nom)),
  }
  const premiers = parts.length === 0 ? [] : await premiersRejets(connection, parts, PREMIERES)
  return {
    premiers,
    examinees: examinees.map((examinee) => ({ ...examinee, valeurs_inconnues })),
    anomalies: await anomaliesDe(connection, table.nom, premiers),
  }
}
