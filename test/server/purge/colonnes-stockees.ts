import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { avecEtat } from '../../../server/state/etat.ts'

export interface ColonneStockee {
  /** A table, or the folder of a sort of files. */
  readonly lieu: string
  readonly colonne: string
  readonly type: string
}

const duMoteur = (base: Base): Promise<ColonneStockee[]> =>
  runQuery(
    base.connection,
    sql`SELECT c.table_name AS lieu, c.column_name AS colonne, c.data_type AS type FROM duckdb_columns() c
      JOIN duckdb_tables() t USING (database_name, schema_name, table_name) WHERE NOT t.temporary ORDER BY ALL`,
    { lieu: texte, colonne: texte, type: texte },
  )

const desFichiers = async (base: Base): Promise<ColonneStockee[]> => {
  const { racine } = base.dossier
  const parquets = readdirSync(racine, { withFileTypes: true })
    .filter((entree) => entree.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(racine, name))
        .filter((fichier) => fichier.endsWith('.parquet'))
        .slice(0, 1)
        .map((fichier) => ({ sorte: name, chemin: join(racine, name, fichier) })),
    )
  const colonnes: ColonneStockee[] = []
  for (const { sorte, chemin } of parquets)
    for (const { colonne, type } of await runQuery(
      base.connection,
      sql`SELECT column_name AS colonne, column_type AS type FROM (DESCRIBE SELECT * FROM read_parquet(${chemin}))`,
      { colonne: texte, type: texte },
    ))
      colonnes.push({ lieu: sorte, colonne, type })
  return colonnes
}

const deLApplication = (base: Base): Promise<ColonneStockee[]> =>
  avecEtat(base.dossier, async (etat) => {
    const { rows } = await sql<ColonneStockee>`SELECT m.name AS lieu, c.name AS colonne, c.type AS type
      FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2`.execute(
      etat,
    )
    return rows
  })

/** Every column that an installation stores, read from its databases and files themselves. */
export const colonnesStockees = async (base: Base): Promise<ColonneStockee[]> => [
  ...(await duMoteur(base)),
  ...(await desFichiers(base)),
  ...(await deLApplication(base)),
]
