import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { runOne } from '../socle/sql/query.ts'
import type { Base } from './base.ts'
import { viewCourantes } from './courantes.ts'
import { noterBlocs, recouvrirBlocs } from './purge/blocs.ts'
import { clore, lireNumeros, listerCitations, listerEchues, PURGES } from './purge/echeances.ts'
import { purgerFichiers, type Remplacement } from './purge/fichiers.ts'
import { purgerMoteur } from './purge/moteur.ts'
import { purgerTextes } from './purge/textes.ts'
import { viewVersions } from './versions.ts'

/** What a purge erased. */
export interface BilanPurge {
  readonly au: Jour
  readonly demandes: number
  readonly instantanes_clos: number
}

/**
 * Erases every demande past retention on a day. What is beside the base goes first (`ailleurs`, then text files), the base
 * and its files last and at once: a process killed on the way leaves a base that opens, and the list of what is still to
 * erase. The room that was freed is then written over.
 */
export const purgerDemandes = async (
  base: Base,
  au: Jour,
  ailleurs: (numeros: ReadonlySet<string>) => Promise<void>,
): Promise<BilanPurge> => {
  const connection = await base.connect()
  const ecrits: Remplacement[] = []
  try {
    await listerEchues(connection, au)
    await listerCitations(connection, au)
    const numeros = await lireNumeros(connection)
    await ailleurs(numeros)
    await purgerTextes(base.dossier, numeros)
    const { n } = await runOne<{ n: number }>(connection, sql`SELECT count(*) AS n FROM ${sql.id(PURGES)}`)
    await connection.run('BEGIN TRANSACTION')
    let clos = 0
    try {
      clos = await clore(connection, au)
      await purgerFichiers(connection, base.dossier, ecrits)
      if ((await purgerMoteur(connection)) || ecrits.length > 0) await noterBlocs(connection)
      await viewCourantes(connection, base.dossier)
      await viewVersions(connection, base.dossier)
      await connection.run('COMMIT')
    } catch (cause) {
      await connection.run('ROLLBACK').catch(() => {})
      for (const { nouveau } of ecrits) rmSync(nouveau, { force: true })
      throw cause
    }
    for (const { ancien } of ecrits) rmSync(ancien, { force: true })
    await recouvrirBlocs(connection)
    return { au, demandes: n, instantanes_clos: clos }
  } finally {
    connection.closeSync()
  }
}
