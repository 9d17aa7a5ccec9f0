import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { InstantaneRefuse } from '../socle/erreur.ts'
import { runQuery } from '../socle/sql/query.ts'
import { type Lecture, LIGNE_MAX } from './empreinte.ts'
import { champsSql, lignesSql, placesSql } from './lignes-sql.ts'
import type { Fichier, Part } from './part.ts'
import type { CsvPret, DemandeCsv } from './preparer-csv.ts'

export interface ContexteCsv {
  readonly connection: DuckDBConnection
  readonly dossierTemporaire: string
  /** Tells apart the temporary files and tables of an import. */
  readonly rang: number
  /** Makes a text ready for the engine, here or in a process apart. */
  readonly preparer: (demande: DemandeCsv) => Promise<CsvPret>
}

const lireDecalages = async (connection: DuckDBConnection, chemin: string, rang: number): Promise<string> => {
  const table = `decalages_${rang}`
  const lignes = sql`read_csv(${chemin}, auto_detect = false, header = false, delim = ';', columns = {'rang': 'BIGINT', 'decalage': 'BIGINT'})`
  await runQuery(connection, sql`CREATE TEMP TABLE ${sql.id(table)} AS FROM ${lignes}`)
  return table
}

/** A `.csv` as French office tools write it, whatever its encoding, separator, title lines and closing total. */
export const lireCsv = async (
  { connection, dossierTemporaire, rang, preparer }: ContexteCsv,
  fichier: Fichier,
  lecture: Lecture,
): Promise<Part> => {
  if (lecture.octets === 0)
    throw new InstantaneRefuse('FICHIER_VIDE', `Le fichier ${fichier.nom} est vide : redemander l’extraction.`)
  const { nom, chemin } = fichier
  const pret = await preparer({ nom, chemin, lecture, prefixe: join(dossierTemporaire, `${rang}`) })
  const { lignes, separateur, intitules, dessous } = pret.entete
  const relation = champsSql(lignesSql(pret.chemin, pret.repris ? 0 : lignes, 3 * LIGNE_MAX), separateur, pret.repris)
  return {
    fichier,
    intitules,
    relation,
    lignes: lecture.lignes,
    premiereLigne: lignes + 1,
    ...(pret.decalages === null ? {} : { tableDecalages: await lireDecalages(connection, pret.decalages, rang) }),
    totalFinal: pret.totalFinal,
    texte: {
      encodage: pret.encodage,
      octetsRepris: pret.octetsRepris,
      sansFin: pret.sansFin,
      dessous,
      places: placesSql(relation),
    },
  }
}
