import { CHIFFRES, COMMUNES } from './chiffres.ts'
import { DEMANDES, DEMANDES_PAR_MOIS, VERSIONS, VUES_DES_DEMANDES } from './demandes.ts'
import { SENSIBLES } from './sensibles.ts'
import { colonnesPour, type Sorte, type TableLue } from './table-lue.ts'

/** All that a free query may read, in the order in which it is shown. */
export const TABLES_LUES: readonly TableLue[] = [
  ...VUES_DES_DEMANDES.slice(0, 1),
  DEMANDES,
  ...VUES_DES_DEMANDES.slice(1),
  DEMANDES_PAR_MOIS,
  VERSIONS,
  ...CHIFFRES,
  COMMUNES,
  ...SENSIBLES,
]

/** The tables of one copy, with the columns that it has. */
export const tablesDe = (sorte: Sorte): readonly TableLue[] =>
  TABLES_LUES.filter(({ sortes }) => sortes.includes(sorte)).map((table) => ({
    ...table,
    colonnes: colonnesPour(table, sorte),
  }))
