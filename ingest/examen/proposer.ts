import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { nettoyerSql } from '../check/cellules.ts'
import type { Correspondance } from '../check/correspondance.ts'
import { valeurSql } from '../check/valeurs.ts'
import { HORS_LISTE } from '../contract/codes.ts'
import type { Column } from '../contract/column.ts'
import { normaliserIntitule } from '../contract/intitules.ts'
import type { Part } from '../read/part.ts'
import { entier, texte } from '../socle/sql/colonne.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'

/** A column that an unknown heading may stand for, the likeliest first. */
export interface Proposition {
  readonly intitule: string
  readonly colonnes: readonly string[]
}

const RESSEMBLANCE = 0.82
const PROPOSITIONS = 3
const LIGNES_LUES = 2000
const PART_LUE = 0.8
/** A date or a number may be any column's; these forms are their own. */
const FORMES_PROPRES: ReadonlySet<Column['type']> = new Set(['numero_unique', 'code', 'insee', 'siren', 'rpls'])

/** The columns not yet found whose names or labels look like a heading. */
const parIntitule = async (
  connection: DuckDBConnection,
  intitule: string,
  manquantes: readonly Column[],
): Promise<string[]> => {
  const candidats = manquantes.flatMap(({ nom, libelle }) =>
    [nom, libelle].map((mot) => ({ nom, mot: normaliserIntitule(mot) })),
  )
  const cle = normaliserIntitule(intitule)
  const lignes = await runQuery(
    connection,
    sql`SELECT nom FROM (VALUES ${sql.join(candidats.map(({ nom, mot }) => sql`(${nom}, ${mot})`))}) c(nom, mot)
      GROUP BY nom HAVING max(jaro_winkler_similarity(mot, ${cle})) >= ${RESSEMBLANCE}
      ORDER BY max(jaro_winkler_similarity(mot, ${cle})) DESC, nom LIMIT ${PROPOSITIONS}`,
    { nom: texte },
  )
  return lignes.map(({ nom }) => nom)
}

/** The columns not yet found that could hold most of what stands under a heading. */
const parValeurs = async (
  connection: DuckDBConnection,
  part: Part,
  rang: number,
  manquantes: readonly Column[],
): Promise<string[]> => {
  const candidates = manquantes.filter(({ type }) => FORMES_PROPRES.has(type))
  if (candidates.length === 0) return []
  const lues = candidates.map((c, i) => {
    const valeur = valeurSql(sql`t`, c)
    return sql`count(*) FILTER (${valeur} <> ${HORS_LISTE}) AS ${sql.ref(`n${i}`)}`
  })
  const ligne = await runOne(
    connection,
    sql`SELECT count(*) AS remplies, ${sql.join(lues)} FROM (SELECT nullif(f[${rang + 1}], '') AS t
      FROM (SELECT ${nettoyerSql(sql`champs`)} AS f FROM (SELECT champs FROM (${part.relation}) LIMIT ${LIGNES_LUES}))) WHERE t IS NOT NULL`,
    Object.fromEntries(['remplies', ...candidates.map((_, i) => `n${i}`)].map((nom) => [nom, entier])),
  )
  const remplies = ligne.remplies ?? 0
  return candidates.filter((_, i) => remplies > 0 && (ligne[`n${i}`] ?? 0) >= PART_LUE * remplies).map(({ nom }) => nom)
}

/** What an unknown heading may stand for, by its words, then by what its values look like. */
export const proposer = async (
  connection: DuckDBConnection,
  part: Part,
  intitule: string,
  { manquantes }: Correspondance,
): Promise<Proposition> => {
  if (manquantes.length === 0) return { intitule, colonnes: [] }
  const rang = part.intitules.indexOf(intitule)
  const noms = [
    ...(await parIntitule(connection, intitule, manquantes)),
    ...(await parValeurs(connection, part, rang, manquantes)),
  ]
  return { intitule, colonnes: [...new Set(noms)].slice(0, PROPOSITIONS) }
}
