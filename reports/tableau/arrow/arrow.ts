import {
  Bool,
  type Data,
  type DataType,
  DateMillisecond,
  Field,
  Float64,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import { arrowOf } from '../arrow-duckdb.ts'
import { type Cellule, lireCellule } from '../cellule.ts'
import { msDuJour, msDuMoment } from '../instant.ts'
import { parLots } from '../lots.ts'
import type { ColonneTableau, Tableau, TypeColonne } from '../tableau.ts'
import { ecrireFlux } from './flux.ts'

const LOT = 8192

/** Days and moments count milliseconds: the one unit that charts read as dates. */
const TYPES: Readonly<Record<TypeColonne, DataType>> = {
  texte: new Utf8(),
  json: new Utf8(),
  entier: new Int64(),
  nombre: new Float64(),
  part: new Float64(),
  jours: new Float64(),
  jour: new DateMillisecond(),
  moment: new TimestampMillisecond(),
  booleen: new Bool(),
}

const enValeur = (cellule: Cellule, type: TypeColonne): Cellule | bigint => {
  if (type === 'entier' && typeof cellule === 'number') return BigInt(cellule)
  if (typeof cellule !== 'string') return cellule
  if (type === 'jour') return msDuJour(cellule)
  return type === 'moment' ? msDuMoment(cellule) : cellule
}

const provenanceDe = <Row>({ titre, notes }: Tableau<Row>): Map<string, string> =>
  new Map([['Titre', titre], ...(notes ?? [])])

const schemaDe = <Row>(tableau: Tableau<Row>): Schema =>
  new Schema(
    tableau.colonnes.map(
      ({ nom, intitule, type }) => new Field(nom, TYPES[type], true, new Map([['intitule', intitule]])),
    ),
    provenanceDe(tableau),
  )

const donneesDe = <Row>(colonne: ColonneTableau<Row>, lot: readonly Row[]): Data => {
  const valeurs = lot.map((ligne) => enValeur(lireCellule(ligne[colonne.nom], colonne), colonne.type))
  const [donnees] = vectorFromArray(valeurs, TYPES[colonne.type]).data
  return donnees ?? makeData({ type: TYPES[colonne.type] })
}

/**
 * A table as an Arrow IPC stream, with the types of its columns, its notes in the schema's metadata. Where the rows come
 * straight from a query, they are the engine's own column buffers.
 */
export const writeArrow = <Row>(tableau: Tableau<Row>): AsyncGenerator<Uint8Array> => {
  const { source } = tableau
  if (source !== undefined) return arrowOf(source(), provenanceDe(tableau))
  const schema = schemaDe(tableau)
  const lots = async function* () {
    for await (const lot of parLots(tableau.lignes, LOT)) {
      const children = tableau.colonnes.map((colonne) => donneesDe(colonne, lot))
      yield new RecordBatch(
        schema,
        makeData({ type: new Struct(schema.fields), length: lot.length, nullCount: 0, children }),
      )
    }
  }
  return ecrireFlux(schema, lots())
}
