import { DuckDBDecimalType, type DuckDBType, DuckDBTypeId } from '@duckdb/node-api'
import {
  Bool,
  type DataType,
  DateMillisecond,
  Float32,
  Float64,
  Int8,
  Int16,
  Int32,
  Int64,
  TimestampMillisecond,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Utf8,
} from 'apache-arrow'
import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { type Colonne, colonneBooleenne, colonneFixe } from './colonne.ts'
import { type Conversion, decimaux, jours, moments } from './nombres.ts'
import { colonneTexte } from './textes.ts'

/** How a column of the engine becomes one of Arrow's. */
export interface Lecture {
  readonly type: DataType
  readonly creer: (capacite: number) => Colonne
}

const fixe = (type: DataType, source: number, sortie = source, conversion?: Conversion): Lecture => ({
  type,
  creer: (capacite) => colonneFixe(type, capacite, { source, sortie }, conversion),
})

/** Days and moments become milliseconds, the one unit that charts read as dates. */
const moment = (conversion: Conversion, fuseau: string | null = null): Lecture =>
  fixe(new TimestampMillisecond(fuseau), 8, 8, conversion)

const LECTURES: Readonly<Partial<Record<DuckDBTypeId, Lecture>>> = {
  [DuckDBTypeId.BOOLEAN]: { type: new Bool(), creer: (capacite) => colonneBooleenne(new Bool(), capacite) },
  [DuckDBTypeId.TINYINT]: fixe(new Int8(), 1),
  [DuckDBTypeId.SMALLINT]: fixe(new Int16(), 2),
  [DuckDBTypeId.INTEGER]: fixe(new Int32(), 4),
  [DuckDBTypeId.BIGINT]: fixe(new Int64(), 8),
  [DuckDBTypeId.UTINYINT]: fixe(new Uint8(), 1),
  [DuckDBTypeId.USMALLINT]: fixe(new Uint16(), 2),
  [DuckDBTypeId.UINTEGER]: fixe(new Uint32(), 4),
  [DuckDBTypeId.UBIGINT]: fixe(new Uint64(), 8),
  [DuckDBTypeId.HUGEINT]: fixe(new Float64(), 16, 8, decimaux(16, 0)),
  [DuckDBTypeId.FLOAT]: fixe(new Float32(), 4),
  [DuckDBTypeId.DOUBLE]: fixe(new Float64(), 8),
  [DuckDBTypeId.DATE]: fixe(new DateMillisecond(), 4, 8, jours),
  [DuckDBTypeId.TIMESTAMP_S]: moment(moments(1, 1000)),
  [DuckDBTypeId.TIMESTAMP_MS]: moment(moments(1)),
  [DuckDBTypeId.TIMESTAMP]: moment(moments(1000)),
  [DuckDBTypeId.TIMESTAMP_TZ]: moment(moments(1000), 'UTC'),
  [DuckDBTypeId.VARCHAR]: { type: new Utf8(), creer: colonneTexte },
}

/** Bytes that the engine spends on a decimal of so many digits. */
const largeurDecimale = (chiffres: number): 2 | 4 | 8 | 16 => {
  if (chiffres <= 4) return 2
  if (chiffres <= 9) return 4
  return chiffres <= 18 ? 8 : 16
}

export const lectureDe = (type: DuckDBType, nom: string): Lecture => {
  if (type instanceof DuckDBDecimalType) {
    const largeur = largeurDecimale(type.width)
    return fixe(new Float64(), largeur, 8, decimaux(largeur, type.scale))
  }
  const lecture = LECTURES[type.typeId]
  if (lecture === undefined)
    throw new ErreurInfocentre(
      'TYPE_SANS_ARROW',
      `La colonne « ${nom} » est de type ${type}, qui ne s’écrit pas en Arrow : la convertir en texte dans la requête.`,
      { colonne: nom, type: String(type) },
    )
  return lecture
}
