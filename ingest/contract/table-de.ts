import type { Table } from './column.ts'
import { type NomTable, TABLES } from './tables.ts'

/** The contract's table of a name. */
export const tableDe = (nom: NomTable): Table<NomTable> => {
  const table = TABLES.find((candidate) => candidate.nom === nom)
  if (table === undefined) throw new RangeError(nom)
  return table
}
