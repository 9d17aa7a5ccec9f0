import { DuckDBDateValue, type DuckDBType, DuckDBTypeId, type DuckDBValue } from '@duckdb/node-api'
import { readValue } from '../../../ingest/socle/sql/valeur.ts'
import type { CelluleResultat, TypeResultat } from '../../../web/requetes.ts'
import { BORNES } from '../bornes.ts'

const ENTIERS = new Set([
  ...[DuckDBTypeId.TINYINT, DuckDBTypeId.SMALLINT, DuckDBTypeId.INTEGER, DuckDBTypeId.BIGINT, DuckDBTypeId.HUGEINT],
  ...[
    DuckDBTypeId.UTINYINT,
    DuckDBTypeId.USMALLINT,
    DuckDBTypeId.UINTEGER,
    DuckDBTypeId.UBIGINT,
    DuckDBTypeId.UHUGEINT,
  ],
])
const NOMBRES = new Set([DuckDBTypeId.FLOAT, DuckDBTypeId.DOUBLE, DuckDBTypeId.DECIMAL])
const INSTANTS = new Set([
  ...[DuckDBTypeId.TIMESTAMP, DuckDBTypeId.TIMESTAMP_S, DuckDBTypeId.TIMESTAMP_MS],
  ...[DuckDBTypeId.TIMESTAMP_NS, DuckDBTypeId.TIMESTAMP_TZ],
])

/** How the engine's type is written in a result. */
export const typeDe = ({ typeId }: DuckDBType): TypeResultat => {
  if (ENTIERS.has(typeId)) return 'entier'
  if (NOMBRES.has(typeId)) return 'nombre'
  if (typeId === DuckDBTypeId.DATE) return 'jour'
  if (INSTANTS.has(typeId)) return 'moment'
  return typeId === DuckDBTypeId.BOOLEAN ? 'booleen' : 'texte'
}

const couper = (texte: string): string =>
  texte.length > BORNES.caracteres ? `${texte.slice(0, BORNES.caracteres)}…` : texte

const nombre = (valeur: number): number | string => (Number.isFinite(valeur) ? valeur : String(valeur))

/** A cell as a result has it: days `AAAA-MM-JJ`, instants `AAAA-MM-JJ HH:MM:SS`, what has no other form as text. */
export const lireCellule = (valeur: DuckDBValue, type: TypeResultat): CelluleResultat => {
  if (valeur === null || typeof valeur === 'boolean') return valeur
  if (typeof valeur === 'bigint') return type === 'texte' ? String(valeur) : Number(valeur)
  if (typeof valeur === 'number') return type === 'texte' ? String(valeur) : nombre(valeur)
  if (typeof valeur === 'string') return couper(valeur)
  if (type === 'jour' && valeur instanceof DuckDBDateValue) return valeur.toString()
  if (type === 'moment') return String(valeur).slice(0, 19)
  if (type === 'nombre') return nombre(Number(readValue(valeur)))
  try {
    const lue = readValue(valeur)
    return couper(typeof lue === 'object' ? JSON.stringify(lue) : String(lue))
  } catch {
    return couper(String(valeur))
  }
}
