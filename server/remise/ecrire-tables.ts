import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier } from '../../ingest/socle/sql/colonne.ts'
import { litteral } from '../../ingest/socle/sql/litteral.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { FICHIERS_DECRITS } from '../../ingest/store/decrire-fichiers.ts'
import { dossierDe } from '../../ingest/store/dossier.ts'
import { parquetSql } from '../../ingest/store/parquet.ts'

import { type FichiersRemis, nomDuCsv, type PartDuContrat, partDeFichiers, partDeTable } from './contrat.ts'
import { DEMANDES, TABLES } from './forme.ts'

/** Marks a text as UTF-8 for who opens it in a spreadsheet. */
const MARQUE = '\uFEFF'

const compter = async (connection: DuckDBConnection, relation: RawBuilder<unknown>): Promise<number> => {
  const { n } = await runOne(connection, sql`SELECT count(*) AS n FROM ${relation}`, { n: entier })
  return n
}

const ecrireCsv = async (
  connection: DuckDBConnection,
  relation: RawBuilder<unknown>,
  colonnes: readonly string[],
  chemin: string,
): Promise<void> => {
  const intitulees = colonnes.map((nom, i) =>
    i === 0 ? sql`${sql.ref(nom)} AS ${sql.id(MARQUE + nom)}` : sql.ref(nom),
  )
  await runQuery(
    connection,
    sql`COPY (SELECT ${sql.join(intitulees)} FROM ${relation}) TO ${chemin} (FORMAT csv, DELIMITER ';', HEADER, NULLSTR '')`,
  )
}

/** Writes the tables of a base that is set apart, each as Parquet and as CSV. */
const ecrireTables = async (
  connection: DuckDBConnection,
  base: Base,
  fige: string,
  vers: string,
): Promise<PartDuContrat[]> => {
  const nom = `remise_${randomUUID().replaceAll('-', '')}`
  await runQuery(connection, sql`ATTACH ${litteral(dossierDe(fige).base)} AS ${sql.id(nom)} (READ_ONLY)`)
  try {
    mkdirSync(join(vers, TABLES), { mode: 0o700 })
    const parts: PartDuContrat[] = []
    for (const table of base.tables) {
      const relation = sql.id(nom, table.nom)
      const colonnes = Object.keys(table.colonnes)
      const chemin = join(vers, TABLES, table.nom)
      await runQuery(
        connection,
        sql`COPY (SELECT ${sql.join(colonnes.map((c) => sql.ref(c)))} FROM ${relation}) TO ${`${chemin}.parquet`} (FORMAT parquet, COMPRESSION zstd)`,
      )
      await ecrireCsv(connection, relation, colonnes, `${chemin}.csv`)
      parts.push(partDeTable(table, await compter(connection, relation)))
    }
    return parts
  } finally {
    await connection.run(`DETACH ${nom}`)
  }
}

const SORTES = Object.keys(FICHIERS_DECRITS) as FichiersRemis['sorte'][]

/** Copies the files of a base that is set apart as they are, with a CSV beside each. */
const ecrireFichiers = async (
  connection: DuckDBConnection,
  fige: string,
  noms: readonly string[],
  vers: string,
): Promise<PartDuContrat[]> => {
  const parts: PartDuContrat[] = []
  for (const sorte of SORTES) {
    const siens = noms.filter((nom) => nom.startsWith(`${sorte}/`)).map((nom) => nom.slice(sorte.length + 1))
    if (siens.length === 0) continue
    const ou = join(vers, DEMANDES, sorte)
    mkdirSync(ou, { recursive: true, mode: 0o700 })
    let lignes = 0
    for (const nom of siens) {
      copyFileSync(join(fige, sorte, nom), join(ou, nom))
      const relation = parquetSql(join(ou, nom))
      lignes += await compter(connection, relation)
      const colonnes = FICHIERS_DECRITS[sorte].colonnes.map((colonne) => colonne.nom)
      await ecrireCsv(connection, relation, colonnes, join(ou, nomDuCsv(nom)))
    }
    parts.push(partDeFichiers({ sorte, noms: siens, lignes }))
  }
  return parts
}

/** Writes all that the engine's side of an installation holds, as it was set apart. */
export const ecrireChiffres = async (
  base: Base,
  fige: { readonly dossier: string; readonly noms: readonly string[] },
  vers: string,
): Promise<{ readonly tables: readonly PartDuContrat[]; readonly fichiers: readonly PartDuContrat[] }> => {
  const connection = await base.connect()
  try {
    return {
      tables: await ecrireTables(connection, base, fige.dossier, vers),
      fichiers: await ecrireFichiers(connection, fige.dossier, fige.noms, vers),
    }
  } finally {
    connection.closeSync()
  }
}
