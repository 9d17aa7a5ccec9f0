import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { InstantaneRefuse } from '../socle/erreur.ts'
import { entier, liste, texte } from '../socle/sql/colonne.ts'
import { runQuery } from '../socle/sql/query.ts'
import type { FeuilleLue } from './classeur/lire-classeur.ts'
import { type Confier, confier } from './enfant/confier.ts'
import { estTotal } from './entete.ts'
import type { Fichier, Part } from './part.ts'

/** Says where rows of a sheet that were never filled, and are not in its file, put the next ones off. */
const noterDecalages = async (connection: DuckDBConnection, table: string, premiere: number): Promise<string> => {
  const decalages = `${table}_decalages`
  await runQuery(
    connection,
    sql`CREATE TEMP TABLE ${sql.id(decalages)} AS SELECT rang, decalage
      FROM (SELECT rowid AS rang, ligne - rowid - ${premiere}::BIGINT AS decalage FROM ${sql.id(table)})
      QUALIFY decalage IS DISTINCT FROM lag(decalage, 1, 0) OVER (ORDER BY rang)`,
  )
  return decalages
}

const enPart = async (
  connection: DuckDBConnection,
  fichier: Fichier,
  table: string,
  { nom, ligne, intitules, chemin }: FeuilleLue,
): Promise<Part> => {
  const lignes = sql`read_json(${chemin}, format = 'newline_delimited', columns = {'l': 'BIGINT', 'c': 'VARCHAR[]'})`
  const largeur = intitules.length
  await runQuery(
    connection,
    sql`CREATE TEMP TABLE ${sql.id(table)} AS SELECT l AS ligne,
      CASE WHEN len(c) < ${largeur}::BIGINT THEN list_resize(c, ${largeur}::BIGINT, '') ELSE c END AS champs, len(c) = 0 AS vide
      FROM ${lignes}`,
  )
  const [derniere] = await runQuery(
    connection,
    sql`SELECT champs, rowid + 1 AS lignes FROM ${sql.id(table)} WHERE NOT vide ORDER BY rowid DESC LIMIT 1`,
    { champs: liste(texte), lignes: entier },
  )
  return {
    fichier,
    feuille: nom,
    intitules,
    relation: sql`SELECT champs, vide, rowid AS rang FROM ${sql.id(table)}`,
    lignes: derniere?.lignes ?? 0,
    premiereLigne: ligne + 1,
    tableDecalages: await noterDecalages(connection, table, ligne + 1),
    totalFinal: derniere !== undefined && estTotal(derniere.champs),
  }
}

/** The sheets of a workbook that were read, as parts of a table, and the names of those that were left. */
export interface Classeur {
  readonly parts: readonly Part[]
  readonly ecartees: readonly string[]
}

export interface ContexteXlsx {
  readonly connection: DuckDBConnection
  readonly dossierTemporaire: string
  /** Known headings, normalised. */
  readonly connus: readonly string[]
  /** Tells apart the temporary files and tables of an import. */
  readonly rang: number
  /** Who opens workbooks: a process apart, where it is not said. */
  readonly confier?: Confier
  /** Takes what looks like headings for them where no sheet has any that is known, to be told what they stand for. */
  readonly supposer?: boolean
}

/** The rows of every visible sheet with known headings, read by a process apart, then by the engine from plain files. */
export const lireXlsx = async (
  { connection, dossierTemporaire, connus, rang, confier: ouvrir = confier, supposer = false }: ContexteXlsx,
  fichier: Fichier,
): Promise<Classeur> => {
  const { nom, chemin } = fichier
  const demande = {
    sorte: 'classeur',
    nom,
    chemin,
    connus,
    prefixe: join(dossierTemporaire, `${rang}-feuille`),
  } as const
  const connues = await ouvrir(demande)
  const { lues, ecartees } = connues.lues.length === 0 && supposer ? await ouvrir({ ...demande, supposer }) : connues
  if (lues.length === 0)
    throw new InstantaneRefuse(
      'ENTETE_ABSENT',
      `Aucun intitulé de colonne n’est reconnu dans ${ecartees.length === 1 ? 'la feuille' : 'les feuilles visibles'} de ${nom} : vérifier que la ligne d’intitulés y est, ou dire dans un profil d’import ce que ces intitulés désignent.`,
    )
  const parts: Part[] = []
  for (const [i, feuille] of lues.entries()) {
    // A line's number says where it is in one sheet alone.
    const lieu = lues.length === 1 ? nom : `${nom}, feuille ${feuille.nom}`
    parts.push(await enPart(connection, { ...fichier, nom: lieu }, `feuille_${rang}_${i}`, feuille))
  }
  return { parts, ecartees }
}
