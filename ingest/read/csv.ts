import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { InstantaneRefuse } from '../socle/erreur.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import { encodageDe, type Lecture, LIGNE_MAX } from './empreinte.ts'
import { decouper, estTotal, trouverEntete } from './entete.ts'
import type { Fichier, Part } from './part.ts'
import { transcoder } from './transcode.ts'

/** Stands in no text file: with it as separator a line is one field. */
const SANS_SEPARATEUR = '\x1f'
const BLANCS = ' \t\u00a0\u202f\u2007\ufeff'
/** What the longest line takes at most once in UTF-8. */
const LIGNE_MAX_UTF8 = 3 * LIGNE_MAX
const BOUT = 262_144

const lireBout = async (chemin: string, fin: boolean, octets: number): Promise<Buffer> => {
  const fichier = await open(chemin)
  try {
    const taille = Math.min(BOUT, octets)
    const { buffer } = await fichier.read(Buffer.alloc(taille), 0, taille, fin ? octets - taille : 0)
    return buffer
  } finally {
    await fichier.close()
  }
}

const enLignes = (texte: string): string[] => texte.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)

/** The physical lines of a UTF-8 file, in order, as the relation `l(t)`. */
const lignesSql = (chemin: string, sautees: number): RawBuilder<unknown> =>
  sql`read_csv(${sql.lit(chemin)}, auto_detect = false, header = false, delim = ${sql.lit(SANS_SEPARATEUR)}, quote = '', escape = '', strict_mode = false, skip = ${sql.lit(sautees)}, max_line_size = ${sql.lit(LIGNE_MAX_UTF8)}, buffer_size = ${sql.lit(LIGNE_MAX_UTF8 * 4)}, columns = {'t': 'VARCHAR'}) AS l`

/** The fields of line `t`: cut at the separator, or with care where it holds quotes or blanks beside a separator. */
const champsSql = (separateur: string, guillemets: boolean): RawBuilder<unknown> => {
  const s = sql.lit(separateur)
  const blancs = sql.lit(BLANCS)
  const voisins = [...BLANCS].filter((b) => b !== separateur)
  const aNettoyer = sql.join(
    [
      ...(guillemets ? [sql`contains(t, '"')`] : []),
      ...voisins.flatMap((b) => [
        sql`contains(t, ${sql.lit(b + separateur)})`,
        sql`contains(t, ${sql.lit(separateur + b)})`,
        sql`starts_with(t, ${sql.lit(b)})`,
        sql`ends_with(t, ${sql.lit(b)})`,
      ]),
    ],
    sql` OR `,
  )
  const motif = sql.lit(`${separateur}((?:[${BLANCS}]*"(?:[^"]|"")*"[^${separateur}]*)|[^${separateur}]*)`)
  const nettoyer = sql`lambda x: CASE WHEN starts_with(trim(x, ${blancs}), '"') THEN trim(replace(regexp_extract(trim(x, ${blancs}), '^"((?:[^"]|"")*)"', 1), '""', '"'), ${blancs}) ELSE trim(x, ${blancs}) END`
  return sql`CASE WHEN ${aNettoyer} THEN list_transform(regexp_extract_all(${s} || t, ${motif}, 1), ${nettoyer}) ELSE string_split(t, ${s}) END`
}

/** A line that opens a quoted field and does not close it: its record goes on on the next line. */
const ouvranteSql = (s: string) => sql.lit(`^(?:(?:[^"${s}][^${s}]*|"(?:[^"]|"")*")?${s})*"(?:[^"]|"")*$`)
/** A line that begins inside a quoted field and closes it. */
const fermanteSql = (s: string) => sql.lit(`^(?:[^"]|"")*"(?:${s}|$)`)
const LIGNES_PAR_ENREGISTREMENT = 200

/** Joins the lines of records that span several, in a temporary table `(ligne, t)`; null where there are none. */
const joindreLignes = async (
  connection: DuckDBConnection,
  lignes: RawBuilder<unknown>,
  premiere: number,
  separateur: string,
  table: string,
): Promise<string | null> => {
  const { ouvertes } = await runOne<{ ouvertes: number }>(
    connection,
    sql`SELECT count(*) AS ouvertes FROM ${lignes} WHERE contains(t, '"') AND regexp_matches(t, ${ouvranteSql(separateur)})`,
  )
  if (ouvertes === 0) return null
  await runQuery(
    connection,
    sql`CREATE TEMP TABLE ${sql.id(table)} AS
      WITH numerotees AS MATERIALIZED (SELECT row_number() OVER () + ${sql.lit(premiere - 1)} AS n, coalesce(t, '') AS t FROM ${lignes}),
      candidates AS (SELECT o.n AS debut, min(f.n) AS fin FROM numerotees o JOIN numerotees f
        ON f.n > o.n AND f.n <= o.n + ${sql.lit(LIGNES_PAR_ENREGISTREMENT)}
        WHERE regexp_matches(o.t, ${ouvranteSql(separateur)}) AND regexp_matches(f.t, ${fermanteSql(separateur)}) GROUP BY o.n),
      etendues AS (SELECT * FROM candidates c WHERE NOT EXISTS (SELECT 1 FROM candidates d WHERE d.debut < c.debut AND c.debut <= d.fin))
      SELECT coalesce(e.debut, l.n) AS ligne, string_agg(l.t, chr(10) ORDER BY l.n) AS t
      FROM numerotees l LEFT JOIN etendues e ON l.n BETWEEN e.debut AND e.fin GROUP BY ALL ORDER BY ligne`,
  )
  return table
}

/** A `.csv` as French office tools write it, whatever its encoding, separator, title lines and closing total. */
export const lireCsv = async (
  connection: DuckDBConnection,
  fichier: Fichier,
  lecture: Lecture,
  estConnu: (intitule: string) => boolean,
  dossierTemporaire: string,
  rang: number,
): Promise<Part> => {
  if (lecture.octets === 0)
    throw new InstantaneRefuse('FICHIER_VIDE', `Le fichier ${fichier.nom} est vide : redemander l’extraction.`)
  const encodage = encodageDe(await lireBout(fichier.chemin, false, lecture.octets), lecture)
  if (lecture.binaire && encodage !== 'utf-16le')
    throw new InstantaneRefuse(
      'FICHIER_BINAIRE',
      `Le fichier ${fichier.nom} n’est pas du texte : l’enregistrer en CSV, XLSX ou Parquet avec l’extension qui convient.`,
    )
  if (lecture.demesuree)
    throw new InstantaneRefuse(
      'LIGNE_DEMESUREE',
      `Le fichier ${fichier.nom} a une ligne de plus d’un million de caractères : ce n’est pas un tableau, refaire l’extraction.`,
    )
  const chemin = encodage === 'utf-8' ? fichier.chemin : join(dossierTemporaire, `${rang}-utf8.csv`)
  if (encodage !== 'utf-8') await transcoder(fichier.chemin, chemin, encodage)
  const octets =
    encodage === 'utf-8'
      ? lecture.octets
      : await open(chemin).then(async (f) => {
          const { size } = await f.stat()
          await f.close()
          return size
        })
  const tete = enLignes((await lireBout(chemin, false, octets)).toString('utf8'))
  const entete = trouverEntete(tete, estConnu)
  if (entete === null)
    throw new InstantaneRefuse(
      'ENTETE_ABSENT',
      `Aucun intitulé de colonne n’est reconnu dans ${fichier.nom} : vérifier que la ligne d’intitulés y est, ou fournir un profil d’import (--profil).`,
    )
  const queue = enLignes((await lireBout(chemin, true, octets)).toString('utf8'))
  const derniere = queue.findLast((ligne) => decouper(ligne, entete.separateur).some((cellule) => cellule !== '')) ?? ''
  const premiere = entete.ligne + 2
  const physiques = lignesSql(chemin, entete.ligne + 1)
  const jointes = lecture.guillemets
    ? await joindreLignes(connection, physiques, premiere, entete.separateur, `lignes_${rang}`)
    : null
  const lignes = jointes === null ? physiques : sql`${sql.id(jointes)} AS l`
  return {
    fichier,
    intitules: entete.intitules,
    relation: sql`SELECT ${champsSql(entete.separateur, lecture.guillemets)} AS champs, trim(coalesce(t, ''), ${sql.lit(`${BLANCS}"${entete.separateur}`)}) = '' AS vide FROM ${lignes}`,
    premiereLigne: premiere,
    ...(jointes === null ? {} : { tableLignes: jointes }),
    totalFinal: estTotal(decouper(derniere, entete.separateur)),
  }
}
