import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { ErreurInfocentre } from '../socle/erreur.ts'
import { formatJour } from '../socle/francais/format.ts'
import { jour, nul, texte, unDe } from '../socle/sql/colonne.ts'
import type { LigneDe } from '../socle/sql/forme.ts'
import { insertRows } from '../socle/sql/insert-rows.ts'
import { runQuery } from '../socle/sql/query.ts'
import { type Dossier, SORTES_DE_FICHIERS } from './dossier.ts'
import { FICHIERS } from './tables.ts'

const CITE = {
  territoire: texte,
  date: jour,
  sorte: unDe(SORTES_DE_FICHIERS.map(({ dossier }) => dossier)),
  nom: texte,
  /** SHA-256 of what was written; null where the base is older than the digests. */
  sha256: nul(texte),
}

import { jourDuRefus, nomDuClasseurSql } from './nom-rejets.ts'

/** A file beside the base that a snapshot's row names. */
export type FichierCite = LigneDe<typeof CITE>

type SorteDeFichier = FichierCite['sorte']

const citeSql = (sorte: SorteDeFichier, nom: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SELECT territoire, date, ${sorte}::VARCHAR AS sorte, ${nom} AS nom FROM instantanes WHERE ${nom} IS NOT NULL`

/** The files that rows name, and the workbook that stands beside each rejects file. */
const citesSql = (): RawBuilder<unknown> => {
  const cites = SORTES_DE_FICHIERS.map(({ colonne, dossier }) => citeSql(dossier, sql.ref(colonne)))
  return sql.join([...cites, citeSql('rejets', nomDuClasseurSql(sql.ref('fichier_rejets')))], sql` UNION ALL `)
}

/** Every file that the base cites, with what is known of its content. */
export const listFichiers = (connection: DuckDBConnection): Promise<FichierCite[]> =>
  runQuery(
    connection,
    sql`SELECT c.territoire, c.date, c.sorte, c.nom, f.sha256 FROM (${citesSql()}) c
      LEFT JOIN fichiers f ON f.sorte = c.sorte AND f.nom = c.nom ORDER BY ALL`,
    CITE,
  )

/** SHA-256 of a file, read piece by piece. */
export const sha256De = async (chemin: string): Promise<string> => {
  const empreinte = createHash('sha256')
  await pipeline(createReadStream(chemin), empreinte)
  return empreinte.digest('hex')
}

/**
 * Keeps the digest of every file that the base cites and forgets those it no longer cites, in the transaction that wrote
 * them. A file never changes under its name: one whose digest is known is not read again.
 */
export const noterEmpreintes = async (connection: DuckDBConnection, dossier: Dossier): Promise<void> => {
  const cites = await listFichiers(connection)
  for (const { sorte, nom, sha256 } of cites) {
    const chemin = join(dossier[sorte], nom)
    if (sha256 === null && existsSync(chemin))
      await insertRows(connection, FICHIERS, [{ sorte, nom, sha256: await sha256De(chemin) }])
  }
  await runQuery(
    connection,
    sql`DELETE FROM fichiers WHERE NOT EXISTS (SELECT 1 FROM (${citesSql()}) c WHERE c.sorte = fichiers.sorte AND c.nom = fichiers.nom)`,
  )
}

/** What became of a file that the base cites. */
export type EtatDuFichier = 'SAIN' | 'ABSENT' | 'ALTERE' | 'INCONNU'

/** Whether a file is there, and holds what was written; `INCONNU` where no digest tells. */
export const etatDuFichier = async (dossier: Dossier, { sorte, nom, sha256 }: FichierCite): Promise<EtatDuFichier> => {
  const chemin = join(dossier[sorte], nom)
  if (!existsSync(chemin)) return 'ABSENT'
  if (sha256 === null) return 'INCONNU'
  return (await sha256De(chemin)) === sha256 ? 'SAIN' : 'ALTERE'
}

const DEFAUTS = {
  ABSENT: 'est absent',
  ALTERE: 'est altéré : son contenu n’est plus celui qui a été écrit',
} as const

type Defaut = keyof typeof DEFAUTS

/** What is wrong with a file, in a sentence. */
export const direDefaut = ({ territoire, date, sorte, nom }: FichierCite, defaut: Defaut): string =>
  `Le fichier ${sorte}/${nom}, que l’instantané du ${formatJour(date)} (${territoire}) cite, ${DEFAUTS[defaut]}.`

/** A file beside the base that is missing, or no longer holds what was written. */
export class FichierEndommage extends ErreurInfocentre {
  constructor(cite: FichierCite, defaut: Defaut, options?: ErrorOptions) {
    super(
      'FICHIER_ENDOMMAGE',
      `${direDefaut(cite, defaut)} Lancer « verifier » pour tout savoir, puis restaurer une sauvegarde avec « restaurer --remplacer ».`,
      { sorte: cite.sorte, nom: cite.nom },
      options,
    )
  }
}

/** The damaged file that makes an unforeseen failure plain; the failure itself where every file is sound. */
export const expliquerPanne = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  cause: unknown,
): Promise<unknown> => {
  if (!(cause instanceof Error) || cause.name !== 'Error') return cause
  try {
    for (const cite of await listFichiers(connection)) {
      const etat = await etatDuFichier(dossier, cite)
      if (etat === 'ABSENT' || etat === 'ALTERE') return new FichierEndommage(cite, etat, { cause })
    }
  } catch {
    // The base itself does not answer: the failure is told as it came.
  }
  return cause
}

/**
 * Removes from the folder the files that no row cites: those of a failed import, those that others took the place of. The
 * rejected rows of a refused snapshot stay: nothing cites them, and their names say until when.
 */
export const removeUncited = async (connection: DuckDBConnection, dossier: Dossier): Promise<void> => {
  const cites = await listFichiers(connection)
  for (const { dossier: sorte } of SORTES_DE_FICHIERS) {
    const gardes = new Set(cites.filter((cite) => cite.sorte === sorte).map(({ nom }) => nom))
    for (const nom of readdirSync(dossier[sorte]))
      if (!gardes.has(nom) && !(sorte === 'rejets' && jourDuRefus(nom) !== null))
        rmSync(join(dossier[sorte], nom), { recursive: true, force: true })
  }
}
