import type { TablesKysely } from '../ingest/socle/sql/table.ts'
import type { TablesDuMagasin } from '../ingest/store/tables.ts'
import { ATTRIBUTIONS_MESUREES, TABLES_MESURES } from './attributions/tables.ts'
import { DOUBLONS_PAIRES, DOUBLONS_RECHERCHES, MARQUES } from './doublons/tables.ts'
import { PAIRS_JUGES } from './engine/table-pairs.ts'
import { FAITS, MOIS_CALCULES, RESULTATS } from './engine/tables.ts'
import { FORCAGES } from './forcages/tables.ts'
import { TABLEAUX_CALCULES, TABLEAUX_CELLULES } from './tableaux/tables.ts'

/** The tables of this layer, in the order they are made. */
export const TABLES_DES_MESURES = [
  MARQUES,
  FAITS,
  MOIS_CALCULES,
  RESULTATS,
  PAIRS_JUGES,
  ATTRIBUTIONS_MESUREES,
  ...TABLES_MESURES,
  DOUBLONS_PAIRES,
  DOUBLONS_RECHERCHES,
  TABLEAUX_CALCULES,
  TABLEAUX_CELLULES,
  FORCAGES,
] as const

/** What this layer reads with Kysely: its own tables, and those of the store. */
export type TablesLues = TablesDuMagasin & TablesKysely<(typeof TABLES_DES_MESURES)[number]>
