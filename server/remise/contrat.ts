import type { Colonne } from '../../ingest/socle/sql/colonne.ts'
import { type Description, sensDe } from '../../ingest/socle/sql/description.ts'
import type { Table } from '../../ingest/socle/sql/table.ts'
import { type ColonneDecrite, FICHIERS_DECRITS } from '../../ingest/store/decrire-fichiers.ts'
import type { ColonneEtat } from '../state/colonne.ts'
import type { TableEtat } from '../state/table.ts'
import { DEMANDES, DOCUMENTS_REMIS, DOSSIERS, TABLES } from './forme.ts'

/** What a column of a handed-over file is. */
interface ColonneDuContrat extends Omit<ColonneDecrite, 'nulle'> {
  readonly peut_etre_vide: boolean
}

/** What one table, sort of file or record is, wherever it stands in the handover. */
export interface PartDuContrat {
  readonly fichiers: readonly string[]
  readonly sens: string
  readonly lignes: number
  readonly colonnes: readonly ColonneDuContrat[]
}

/** Files of a sort, and how many rows they have together. */
export interface FichiersRemis {
  readonly sorte: keyof typeof FICHIERS_DECRITS
  readonly noms: readonly string[]
  readonly lignes: number
}

/** The engine's types, in words. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(.*)\[\]$/, 'liste'],
  [/^VARCHAR$/, 'texte'],
  [/^DATE$/, 'date (AAAA-MM-JJ)'],
  [/^TIMESTAMP$/, 'instant (AAAA-MM-JJ HH:MM:SS, heure de la machine)'],
  [/^BOOLEAN$/, 'oui ou non (true, false)'],
  [/^DOUBLE$/, 'nombre'],
  [/INT(EGER)?$/, 'entier'],
]

const direType = (type: string): string => TYPES.find(([forme]) => forme.test(type))?.[1] ?? type

const decrire = (
  table: { readonly nom: string; readonly decrit: Description | null },
  nom: string,
  { nulle, codes }: Pick<Colonne | ColonneEtat, 'nulle' | 'codes'>,
  type: string,
): ColonneDuContrat => {
  const dit = sensDe(table.decrit, nom)
  if (dit === null) throw new RangeError(`La colonne ${table.nom}.${nom} n’a pas de description.`)
  return { nom, type, peut_etre_vide: nulle, ...dit, codes: codes ?? null }
}

const titre = (table: { readonly nom: string; readonly decrit: Description | null }): string => {
  if (table.decrit === null) throw new RangeError(`La table ${table.nom} n’a pas de description.`)
  return table.decrit.table
}

/** A table of the engine. */
export const partDeTable = (table: Table, lignes: number): PartDuContrat => ({
  fichiers: [`${TABLES}/${table.nom}.parquet`, `${TABLES}/${table.nom}.csv`],
  sens: titre(table),
  lignes,
  colonnes: Object.entries(table.colonnes).map(([nom, colonne]) =>
    decrire(table, nom, colonne, direType(colonne.type)),
  ),
})

/** A table of the application, but the columns that are not handed over. */
export const partDeDossier = (table: TableEtat, lignes: number): PartDuContrat => ({
  fichiers: [`${DOSSIERS}/${table.nom}.json`],
  sens: titre(table),
  lignes,
  colonnes: Object.entries(table.colonnes)
    .filter(([nom]) => !table.remise.sauf?.includes(nom))
    .map(([nom, colonne]) => decrire(table, nom, colonne, colonne.sorte)),
})

/** The documents, each a file: what each is stands in the records. */
export const partDeDocuments = (noms: readonly string[]): PartDuContrat => ({
  fichiers: noms,
  sens: `Les lettres et les documents joints, tels qu’ils ont été gardés. Chacun se nomme par son numéro et son nom ; \`${DOSSIERS}/documents.json\` dit ce qu’il est et son empreinte (dossier \`${DOCUMENTS_REMIS}\`).`,
  lignes: noms.length,
  colonnes: [],
})

/** The Parquet files of a sort. */
export const partDeFichiers = ({ sorte, noms, lignes }: FichiersRemis): PartDuContrat => {
  const { sens, colonnes } = FICHIERS_DECRITS[sorte]
  return {
    fichiers: noms.flatMap((nom) => [`${DEMANDES}/${sorte}/${nom}`, `${DEMANDES}/${sorte}/${nomDuCsv(nom)}`]),
    sens,
    lignes,
    colonnes: colonnes.map(({ nulle, type, ...colonne }) => ({
      ...colonne,
      type: direType(type),
      peut_etre_vide: nulle,
    })),
  }
}

export const nomDuCsv = (parquet: string): string => parquet.replace(/\.parquet$/, '.csv')
