import { sql } from 'kysely'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { entier, texte } from '../../ingest/socle/sql/colonne.ts'
import { refs, runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Table } from '../../ingest/socle/sql/table.ts'
import type { Base } from '../../ingest/store/base.ts'
import { SORTES_DE_FICHIERS } from '../../ingest/store/dossier.ts'
import { parquetSql } from '../../ingest/store/parquet.ts'
import { FICHIERS, INSTALLATION } from '../../ingest/store/tables.ts'
import { RESULTATS } from '../../metrics/engine/tables.ts'
import type { Remise } from './ouvrir-remise.ts'
import { colonnesRemises, parquetDe } from './reprendre-tables.ts'

/** What an installation holds beside a handover: tables found equal, their figures, what differs, what time has erased. */
export interface Comparaison {
  readonly tables: number
  readonly lignes: number
  readonly ecarts: readonly string[]
  readonly effaces: readonly string[]
}

/** What an installation says of itself, and of its own files: each has its own. */
const PROPRES: ReadonlySet<string> = new Set([INSTALLATION.nom, FICHIERS.nom])

/** What taking up changes of a snapshot's line: its files, its closing, whether its names can be compared. */
const CHANGEANTES: ReadonlySet<string> = new Set([
  ...SORTES_DE_FICHIERS.map(({ colonne }) => colonne),
  'clos',
  'purge_au',
  'sans_secret',
])

const COMBIEN = 3

/** Some figures that differ, by name. */
const nommerChiffres = async ({ connection }: Base, remise: Remise, colonnes: readonly string[]): Promise<string> => {
  const [ici, la] = [sql.id(RESULTATS.nom), parquetSql(parquetDe(remise, RESULTATS.nom))]
  const lus = await runQuery(
    connection,
    sql`SELECT DISTINCT mois || ' ' || indicateur || ' ' || entite AS quoi FROM (
      (SELECT ${refs(colonnes)} FROM ${la} EXCEPT ALL SELECT ${refs(colonnes)} FROM ${ici})
      UNION ALL (SELECT ${refs(colonnes)} FROM ${ici} EXCEPT ALL SELECT ${refs(colonnes)} FROM ${la})) ORDER BY ALL LIMIT ${sql.raw(String(COMBIEN))}`,
    { quoi: texte },
  )
  return lus.map(({ quoi }) => quoi).join(' ; ')
}

const comparerTable = async (base: Base, remise: Remise, table: Table) => {
  const { connection } = base
  const la = parquetSql(parquetDe(remise, table.nom))
  const colonnes = (await colonnesRemises(connection, remise, table)).filter(
    (nom) => !CHANGEANTES.has(nom) && table.colonnes[nom]?.numero !== 'MASQUE',
  )
  const lire = (de: typeof la) => sql`SELECT ${refs(colonnes)} FROM ${de}`
  const compter = async (requete: typeof la) =>
    (await runOne(connection, sql`SELECT count(*) AS n FROM (${requete})`, { n: entier })).n
  const ici = sql.id(table.nom)
  const manquent = await compter(sql`${lire(la)} EXCEPT ALL ${lire(ici)}`)
  const deTrop = await compter(sql`${lire(ici)} EXCEPT ALL ${lire(la)}`)
  const sEfface = Object.values(table.colonnes).some(({ numero }) => numero !== null)
  const ecart = deTrop > 0 || (manquent > 0 && !sEfface)
  const exemples = ecart && table.nom === RESULTATS.nom ? ` : ${await nommerChiffres(base, remise, colonnes)}` : ''
  return {
    lignes: await compter(lire(la)),
    ecarts: ecart
      ? [
          `La table « ${table.nom} » n’est pas celle de la remise : ${compte(manquent, 'ligne y manque', 'lignes y manquent')}, ${compte(deTrop, 'y est en trop', 'y sont en trop')}${exemples}.`,
        ]
      : [],
    effaces:
      manquent > 0 && !ecart
        ? [
            `La table « ${table.nom} » a ${compte(manquent, 'ligne')} de moins : leurs demandes ont passé leur terme d’effacement.`,
          ]
        : [],
  }
}

/** Compares every table of an installation's engine with the handover's. */
export const comparerTables = async (base: Base, remise: Remise): Promise<Comparaison> => {
  const remises = new Set(remise.manifeste.tables.map(({ nom }) => nom))
  const tables = base.tables.filter(({ nom }) => remises.has(nom) && !PROPRES.has(nom))
  const comparees = []
  for (const table of tables) comparees.push(await comparerTable(base, remise, table))
  return {
    tables: tables.length,
    lignes: comparees.reduce((somme, { lignes }) => somme + lignes, 0),
    ecarts: comparees.flatMap(({ ecarts }) => ecarts),
    effaces: comparees.flatMap(({ effaces }) => effaces),
  }
}
