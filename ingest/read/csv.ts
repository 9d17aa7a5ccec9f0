import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Column } from '../contract/column.ts'
import { InstantaneRefuse } from '../socle/erreur.ts'
import { runQuery } from '../socle/sql/query.ts'
import { decouper } from './decouper.ts'
import { type Lecture, LIGNE_MAX } from './empreinte.ts'
import { type Entete, estTotal, trouverEntete } from './entete.ts'
import { champsSql, lignesSql } from './lignes-sql.ts'
import { MARQUES } from './marques.ts'
import { normaliser } from './normaliser.ts'
import type { Fichier, Part, RolesDe } from './part.ts'
import { encodageDe, transcoder } from './transcode.ts'

const BOUT = 262_144
const FINS_DE_LIGNE: readonly (number | undefined)[] = [0x0a, 0x0d]

const lireBout = async (chemin: string, fin: boolean): Promise<Buffer> => {
  const fichier = await open(chemin)
  try {
    const { size } = await fichier.stat()
    const taille = Math.min(BOUT, size)
    const { buffer } = await fichier.read(Buffer.alloc(taille), 0, taille, fin ? size - taille : 0)
    return buffer
  } finally {
    await fichier.close()
  }
}

const refuserCeQuiNEstPasDuTexte = ({ nom }: Fichier, lecture: Lecture, utf16: boolean): void => {
  if (lecture.binaire && !utf16)
    throw new InstantaneRefuse(
      'FICHIER_BINAIRE',
      `Le fichier ${nom} n’est pas du texte : l’enregistrer en CSV, XLSX ou Parquet avec l’extension qui convient.`,
    )
  if (lecture.demesuree)
    throw new InstantaneRefuse(
      'LIGNE_DEMESUREE',
      `Le fichier ${nom} a une ligne de plus d’un million de caractères : ce n’est pas un tableau, refaire l’extraction.`,
    )
}

const exigerEntete = (texte: string, nom: string, estConnu: (intitule: string) => boolean): Entete => {
  const entete = trouverEntete(texte.replace(/^\ufeff+/, ''), estConnu)
  if (entete === null)
    throw new InstantaneRefuse(
      'ENTETE_ABSENT',
      `Aucun intitulé de colonne n’est reconnu dans ${nom} : vérifier que la ligne d’intitulés y est, ou fournir un profil d’import (--profil).`,
    )
  return entete
}

/** A heading that the contract does not know is free text, as is a column of text: a line end may stand in it. */
const admetFinDeLigne = (colonne: Column | undefined): boolean => colonne === undefined || colonne.type === 'texte'

const cellulesDe = (ligne: string, separateur: string): readonly string[] =>
  ligne.startsWith(MARQUES.enregistrement) ? ligne.slice(1).split(MARQUES.separateur) : decouper(ligne, separateur)

export interface ContexteCsv {
  readonly connection: DuckDBConnection
  readonly dossierTemporaire: string
  readonly estConnu: (intitule: string) => boolean
  readonly rolesDe: RolesDe
  /** Whether cells, each under the column it stands for, read as a record of the table. */
  readonly estEnregistrement: (cellules: readonly string[], roles: readonly (Column | undefined)[]) => boolean
  /** Tells apart the temporary files and tables of an import. */
  readonly rang: number
}

/** Reads records with care into a file of their own, where the file's lines are not all its records as they stand. */
const reprendreEnregistrements = async (
  { connection, dossierTemporaire, rolesDe, estEnregistrement, rang }: ContexteCsv,
  chemin: string,
  { lignes, separateur, intitules }: Entete,
): Promise<{ chemin: string; tableDecalages: string | null }> => {
  const repris = join(dossierTemporaire, `${rang}-enregistrements.csv`)
  const roles = rolesDe(intitules)
  const decalages = await normaliser(chemin, repris, lignes, {
    separateur,
    colonnes: intitules.length,
    admetFinDeLigne: (champ) => admetFinDeLigne(roles[champ]),
    estEnregistrement: (ligne) => {
      const cellules = decouper(ligne, separateur)
      return cellules.length <= intitules.length && estEnregistrement(cellules, roles)
    },
  })
  if (decalages.length === 0) return { chemin: repris, tableDecalages: null }
  const tableDecalages = `decalages_${rang}`
  await runQuery(connection, sql`CREATE TEMP TABLE ${sql.id(tableDecalages)} (rang BIGINT, decalage BIGINT)`)
  const appender = await connection.createAppender(tableDecalages)
  for (const [r, decalage] of decalages) {
    appender.appendBigInt(BigInt(r))
    appender.appendBigInt(BigInt(decalage))
    appender.endRow()
  }
  appender.closeSync()
  return { chemin: repris, tableDecalages }
}

/** A `.csv` as French office tools write it, whatever its encoding, separator, title lines and closing total. */
export const lireCsv = async (contexte: ContexteCsv, fichier: Fichier, lecture: Lecture): Promise<Part> => {
  if (lecture.octets === 0)
    throw new InstantaneRefuse('FICHIER_VIDE', `Le fichier ${fichier.nom} est vide : redemander l’extraction.`)
  const encodage = await encodageDe(fichier.chemin, await lireBout(fichier.chemin, false), lecture)
  const utf16 = encodage === 'utf-16le' || encodage === 'utf-16be'
  refuserCeQuiNEstPasDuTexte(fichier, lecture, utf16)
  const direct = encodage === 'utf-8' && lecture.utf8
  const utf8 = direct ? fichier.chemin : join(contexte.dossierTemporaire, `${contexte.rang}-utf8.csv`)
  const octetsRepris = direct ? 0 : await transcoder(fichier.chemin, utf8, encodage)
  const entete = exigerEntete((await lireBout(utf8, false)).toString('utf8'), fichier.nom, contexte.estConnu)
  const { separateur, intitules, dessous } = entete
  const dernier = (await lireBout(utf8, true)).at(-1)
  const repris = lecture.irregulier || utf16 ? await reprendreEnregistrements(contexte, utf8, entete) : null
  const chemin = repris?.chemin ?? utf8
  const queue = (await lireBout(chemin, true)).toString('utf8').split(/\r\n|\n/)
  const derniere = queue.findLast((ligne) => cellulesDe(ligne, separateur).some((cellule) => cellule.trim() !== ''))
  const lignes: RawBuilder<unknown> = lignesSql(chemin, repris === null ? entete.lignes : 0, 3 * LIGNE_MAX)
  return {
    fichier,
    intitules,
    relation: champsSql(lignes, separateur, repris !== null),
    premiereLigne: entete.lignes + 1,
    ...(repris?.tableDecalages ? { tableDecalages: repris.tableDecalages } : {}),
    totalFinal: estTotal(cellulesDe(derniere ?? '', separateur)),
    texte: { encodage, octetsRepris, sansFin: !FINS_DE_LIGNE.includes(dernier), dessous },
  }
}
