import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { estEcartee } from '../contract/intitules.ts'
import { InstantaneRefuse } from '../socle/erreur.ts'
import { nul, reel, texte } from '../socle/sql/colonne.ts'
import type { Forme, LigneDe } from '../socle/sql/forme.ts'
import { runQuery } from '../socle/sql/query.ts'
import type { Fichier, Part } from './part.ts'

const INSTANT = 'TIMESTAMP WITH TIME ZONE'

/** An instant falls on a day where it was written, whatever this machine's clock: midnight, there or in London, is that day. */
const HEURE_LEGALE = 'Europe/Paris'

/** Whole numbers past these have lost digits: fifteen of a double, seven of a float. */
const EXACTS: Readonly<Record<string, number>> = { DOUBLE: 1e15, FLOAT: 1e7 }
const LIGNES_MAX = 20_000_000
/** What a file may hold once unpacked: a dictionary repeats a long text at no cost. */
const RAPPORT_MAX = 200
const FRANCHISE = 2 ** 30

const COLONNE = { column_name: texte, column_type: texte }

/** A column as text. A number that has lost digits is written with an exponent, which no column takes for a whole value. */
const texteDe = ({ column_name, column_type }: LigneDe<typeof COLONNE>): RawBuilder<unknown> => {
  const valeur = sql.ref(column_name)
  if (column_type === INSTANT) return sql`CAST(timezone(${HEURE_LEGALE}, ${valeur}) AS VARCHAR)`
  const exact = EXACTS[column_type]
  const telle = sql`CAST(${valeur} AS VARCHAR)`
  return exact === undefined
    ? telle
    : sql`CASE WHEN abs(${valeur}) >= ${exact}::DOUBLE THEN format('{:E}', ${valeur}::DOUBLE) ELSE ${telle} END`
}

/** A `.parquet`: its typed values as the text a CSV would hold. Columns that are never stored are not even read. */
export const lireParquet = async (connection: DuckDBConnection, fichier: Fichier, rang: number): Promise<Part> => {
  const source = sql`read_parquet(${fichier.chemin})`
  // What the engine says of a file may quote its values: it goes no further.
  const lire = <F extends Forme>(requete: RawBuilder<unknown>, forme: F): Promise<LigneDe<F>[]> =>
    runQuery(connection, requete, forme).catch(() => {
      throw new InstantaneRefuse(
        'PARQUET_ILLISIBLE',
        `Le fichier ${fichier.nom} n’est pas un fichier Parquet lisible : refaire l’export.`,
      )
    })
  const colonnes = await lire(sql`DESCRIBE SELECT * FROM ${source}`, COLONNE)
  const lues = colonnes.filter(({ column_name }) => !estEcartee(column_name)).map(texteDe)
  const taille = sql.join(
    lues.map((lue) => sql`coalesce(strlen(${lue}), 0)`),
    sql` + `,
  )
  const [mesure] = await lire(
    sql`SELECT (SELECT sum(num_rows) FROM parquet_file_metadata(${fichier.chemin}))::DOUBLE AS lignes,
      (SELECT sum(total_compressed_size) FROM parquet_metadata(${fichier.chemin}))::DOUBLE AS sur_disque`,
    { lignes: nul(reel), sur_disque: nul(reel) },
  )
  const demesure = () =>
    new InstantaneRefuse(
      'PARQUET_DEMESURE',
      `Le fichier ${fichier.nom} se déploie au-delà de toute taille vraisemblable : il n’est pas ouvert.`,
    )
  if ((mesure?.lignes ?? 0) > LIGNES_MAX) throw demesure()
  if (lues.length > 0) {
    const [deploye] = await lire(sql`SELECT sum(${taille})::DOUBLE AS octets FROM ${source}`, { octets: nul(reel) })
    if ((deploye?.octets ?? 0) > Math.max(FRANCHISE, RAPPORT_MAX * (mesure?.sur_disque ?? 0))) throw demesure()
  }
  const champs = sql.join(
    colonnes.map((colonne) =>
      estEcartee(colonne.column_name) ? sql`NULL` : sql`trim(${texteDe(colonne)}, ${' \t\u00a0\u202f'})`,
    ),
  )
  const table = `parquet_${rang}`
  await lire(
    sql`CREATE TEMP TABLE ${sql.id(table)} AS
      SELECT [${champs}]::VARCHAR[] AS champs, ${lues.length === 0 ? sql`TRUE` : sql`coalesce(${sql.join(lues)}, NULL) IS NULL`} AS vide FROM ${source}`,
    {},
  )
  return {
    fichier,
    intitules: colonnes.map(({ column_name }) => column_name),
    relation: sql`SELECT champs, vide, rowid AS rang FROM ${sql.id(table)}`,
    lignes: mesure?.lignes ?? 0,
    premiereLigne: 1,
    totalFinal: false,
  }
}
