import { sql } from 'kysely'
import type { ColonneEtat } from '../../../server/state/colonne.ts'
import { sha256DesOctets } from '../../../server/state/documents.ts'
import type { BaseEtat } from '../../../server/state/etat.ts'
import type { TableEtat } from '../../../server/state/table.ts'
import { TABLES_DE_L_APPLICATION } from '../../../server/state/tables.ts'

/** Written by the application itself, in chains and counts that a row put by hand would break. */
const A_PART: ReadonlySet<string> = new Set(['journal', 'journal_ancres', 'ecritures', 'copies'])

export const TABLES_REMPLIES: readonly TableEtat[] = TABLES_DE_L_APPLICATION.filter(({ nom }) => !A_PART.has(nom))

const DOCUMENT = Buffer.from('%PDF-1.4\nOctets du document joint\n%%EOF\n')

/** What a typed text is called in a cell: no other cell holds it. */
export const marque = (table: string, colonne: string): string => `Saisi-${table}-${colonne}-ici`

/** The columns that hold what people type, or numbers. */
export const saisies: readonly (readonly [table: string, colonne: string, effet: string])[] = TABLES_REMPLIES.flatMap(
  ({ nom, colonnes }) =>
    Object.entries(colonnes).flatMap(([colonne, { numero }]) =>
      numero === null ? [] : [[nom, colonne, numero] as const],
    ),
)

const texteDe = (
  table: string,
  nom: string,
  { sorte, codes, numero }: ColonneEtat,
  numeros: readonly string[],
): string => {
  const dit = numero === 'LIGNE' ? (numeros[0] ?? '') : `${marque(table, nom)} ${numeros.join(' ')}`
  if (sorte === 'JSON') return JSON.stringify(numero === null ? [] : [dit])
  if (codes !== undefined) return codes[0] ?? ''
  if (sorte.startsWith('date')) return '2026-11-02'
  if (sorte.startsWith('mois')) return '2026-10'
  if (sorte.startsWith('instant')) return '2026-11-02 09:00:00'
  if (nom === 'sha256') return sha256DesOctets(DOCUMENT)
  if (nom === 'territoire') return '013'
  return numero === null ? nom : dit
}

/** One row in each table of the application, every cell full: its number is 1, which those that refer to one name. */
export const remplirTables = async (etat: BaseEtat, numeros: readonly string[]): Promise<void> => {
  for (const { nom: table, colonnes } of TABLES_REMPLIES) {
    const cellules = Object.entries(colonnes).map(([nom, colonne]) => {
      if (colonne.type === 'BLOB') return sql`${DOCUMENT}`
      return colonne.type === 'TEXT' ? sql`${texteDe(table, nom, colonne, numeros)}` : sql`${1}`
    })
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(Object.keys(colonnes).map((nom) => sql.ref(nom)))})
      VALUES (${sql.join(cellules)})`.execute(etat)
  }
}
