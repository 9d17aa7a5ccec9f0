import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type Correspondance, rapprocher } from './check/correspondance.ts'
import type { Etabli } from './check/etabli.ts'
import { refuserIntitulesMeles } from './check/intitules-meles.ts'
import { acheverTable, verifierPart } from './check/lignes.ts'
import type { PartVerifiee } from './check/part-verifiee.ts'
import { colonnesAbsentes } from './colonnes-absentes.ts'
import type { Column } from './contract/column.ts'
import type { Profil } from './contract/profil.ts'
import { tableDe } from './contract/table-de.ts'
import { type NomTable, TABLES } from './contract/tables.ts'
import type { Entree } from './entree.ts'
import { contexteLecture, type FichierLu, lireFichier, type MoyensLecture } from './read/lire-part.ts'
import type { Part } from './read/part.ts'

/** A part whose headings have found their columns. */
interface PartLue {
  readonly part: Part
  readonly correspondance: Correspondance
}

/** A table of a snapshot whose form is known: its files, and which heading stands for which column. */
export interface TableLue {
  readonly nom: NomTable
  readonly parts: readonly PartLue[]
  readonly empreinte: string
  /** Of each workbook, the sheets that were read, and those that were left. */
  readonly feuilles: readonly {
    readonly fichier: string
    readonly lues: readonly string[]
    readonly ecartees: readonly string[]
  }[]
}

const requises = ({ correspondance }: PartLue): readonly Column[] =>
  correspondance.manquantes.filter((colonne) => colonne.obligatoire)

/** The parts whose headings hold the table's required columns: all a file has, or the sheets of it that are of the table. */
const retenir = (
  { fichier, parts, ecartees }: FichierLu,
  lues: readonly PartLue[],
  estConnu: (intitule: string) => boolean,
) => {
  const pleines = lues.filter((lue) => requises(lue).length === 0)
  const [moindre] = lues.toSorted((a, b) => requises(a).length - requises(b).length)
  if (pleines.length === 0 && moindre !== undefined)
    throw colonnesAbsentes(fichier, moindre.part, requises(moindre), estConnu)
  const noms = (choisies: readonly Part[]) => choisies.flatMap(({ feuille }) => feuille ?? [])
  const lus = noms(pleines.map(({ part }) => part))
  return {
    pleines,
    feuilles: {
      fichier: fichier.nom,
      lues: lus,
      ecartees: [...ecartees, ...noms(parts).filter((nom) => !lus.includes(nom))],
    },
  }
}

const empreinteDe = (empreintes: readonly string[]): string => {
  const [seule] = empreintes
  return empreintes.length === 1 && seule !== undefined
    ? seule
    : createHash('sha256').update(empreintes.join('\n')).digest('hex')
}

/** Reads the form of every table: headings matched, nothing typed yet. */
export const lireTables = async (entree: Entree, moyens: MoyensLecture, profil: Profil): Promise<TableLue[]> => {
  const tables: TableLue[] = []
  let rang = 0
  for (const table of TABLES) {
    const chemins = entree.fichiers.get(table.nom) ?? []
    if (chemins.length === 0) continue
    const parts: PartLue[] = []
    const empreintes: string[] = []
    const feuilles: TableLue['feuilles'][number][] = []
    for (const chemin of chemins) {
      rang += 1
      const contexte = contexteLecture(table, profil, { ...moyens, rang })
      const lu = await lireFichier(contexte, basename(chemin), chemin)
      const retenues = retenir(
        lu,
        lu.parts.map((part) => ({ part, correspondance: rapprocher(table, part.intitules, part.fichier.nom, profil) })),
        contexte.connaissance.estConnu,
      )
      for (const { part, correspondance } of retenues.pleines) refuserIntitulesMeles(correspondance, part.fichier.nom)
      parts.push(...retenues.pleines)
      empreintes.push(lu.fichier.empreinte)
      if (retenues.feuilles.lues.length > 0) feuilles.push(retenues.feuilles)
    }
    tables.push({ nom: table.nom, parts, empreinte: empreinteDe(empreintes), feuilles })
  }
  return tables
}

/** Types and judges every row of a table, into `verifiees_<table>`. */
export const verifierTable = async (
  etabli: Etabli,
  { nom, parts }: TableLue,
  profil: Profil,
): Promise<PartVerifiee[]> => {
  const verifiees: PartVerifiee[] = []
  for (const { part, correspondance } of parts)
    verifiees.push(await verifierPart(etabli, tableDe(nom), part, correspondance, profil.valeurs ?? {}))
  await acheverTable(etabli.connection, nom, verifiees)
  return verifiees
}
