import type { Table } from '../contract/column.ts'
import type { Profil } from '../contract/profil.ts'
import { connaissanceDe } from './connaissance.ts'
import { type Confier, confier } from './enfant/confier.ts'
import { type CsvPret, type DemandeCsv, preparerCsv } from './preparer-csv.ts'

/** In bytes: below, even the most tangled quotes are read in less time than a page's answer may wait. */
const LU_SUR_PLACE = 65_536

/** A text that the engine cannot read as it stands is decoded byte by byte: by a process apart, unless it is short. */
export const preparer =
  (
    table: Table,
    profil: Profil,
    { confier: ouvrir = confier, supposer = false }: { readonly confier?: Confier; readonly supposer?: boolean } = {},
  ) =>
  (csv: DemandeCsv): Promise<CsvPret> => {
    const demande = { ...csv, supposer }
    const { octets, utf8, irregulier } = demande.lecture
    const telQuel = utf8 && !irregulier
    return telQuel || octets <= LU_SUR_PLACE
      ? preparerCsv(demande, connaissanceDe(table, profil))
      : ouvrir({ sorte: 'csv', table, colonnes: profil.colonnes ?? {}, ...demande })
  }
