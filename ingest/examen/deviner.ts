import { rapprocher } from '../check/correspondance.ts'
import type { Table } from '../contract/column.ts'
import { DEMANDES, type NomTable, TABLES } from '../contract/tables.ts'
import type { Part } from '../read/part.ts'

/** Which table a lone file looks like: the one whose columns its headings name most. */
export const devinerTable = async (
  lire: (table: Table<NomTable>) => Promise<readonly Part[]>,
): Promise<Table<NomTable>> => {
  let meilleure: Table<NomTable> = DEMANDES
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
