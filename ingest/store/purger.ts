import { sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { entier } from '../socle/sql/colonne.ts'
import { runOne } from '../socle/sql/query.ts'
import type { Base } from './base.ts'
import { noterEmpreintes, removeUncited } from './fichiers.ts'
import { noterBlocs, recouvrirBlocs } from './purge/blocs.ts'
import { listerEmpeches, type TerritoireEmpeche, versionsSansSql } from './purge/empeches.ts'
import { purgerFichiers } from './purge/fichiers.ts'
import { purgerMoteur } from './purge/moteur.ts'
import { clore, lireNumeros, listerCitations, listerTermesPasses, PURGES } from './purge/termes.ts'
import { purgerTextes } from './purge/textes.ts'
import { viewDemandes } from './vues.ts'

/** What a purge erased. */
export interface BilanPurge {
  readonly au: Jour
  readonly demandes: number
  readonly instantanes_clos: number
  /** What was left as it was. */
  readonly empeches: readonly TerritoireEmpeche[]
}

/**
 * Erases every demande past retention on a day, but in a territory that has a damaged file. What is beside the base goes first (`ailleurs`), the base and its files last
 * and at once: a process killed on the way leaves a base that opens, and the list of what is still to
 * erase. The room that was freed is then written over.
 */
export const purgerDemandes = async (
  base: Base,
  au: Jour,
  ailleurs: (numeros: ReadonlySet<string>) => Promise<void>,
): Promise<BilanPurge> => {
  const connection = await base.connect()
  try {
    const empeches = await listerEmpeches(connection, base.dossier)
    const versions = versionsSansSql(empeches)
    await listerTermesPasses(connection, au, versions)
    await listerCitations(connection, au, versions)
    const numeros = await lireNumeros(connection, versions)
    await ailleurs(numeros)
    const { n } = await runOne(connection, sql`SELECT count(*) AS n FROM ${sql.id(PURGES)}`, { n: entier })
    await connection.run('BEGIN TRANSACTION')
    let clos = 0
    try {
      clos = await clore(connection, au, versions)
      const fichiersTouches = await purgerFichiers(connection, base.dossier, empeches)
      await purgerTextes(connection, base.dossier, numeros)
      if ((await purgerMoteur(connection, base.tables)) || fichiersTouches) await noterBlocs(connection)
      await viewDemandes(connection, base.dossier)
      await noterEmpreintes(connection, base.dossier)
      await connection.run('COMMIT')
    } catch (cause) {
      await connection.run('ROLLBACK').catch(() => {})
      await removeUncited(connection, base.dossier).catch(() => {})
      throw cause
    }
    await removeUncited(connection, base.dossier)
    await recouvrirBlocs(connection)
    return { au, demandes: n, instantanes_clos: clos, empeches }
  } finally {
    connection.closeSync()
  }
}

/** How many demandes are past retention on a day, and still there. */
export const compterTermesPasses = async (base: Base, au: Jour): Promise<number> => {
  const connection = await base.connect()
  try {
    await listerTermesPasses(connection, au, sql`demandes_versions`)
    const { n } = await runOne(connection, sql`SELECT count(*) AS n FROM ${sql.id(PURGES)}`, { n: entier })
    return n
  } finally {
    connection.closeSync()
  }
}
