import { sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { entier } from '../socle/sql/colonne.ts'
import { runOne } from '../socle/sql/query.ts'
import type { Base } from './base.ts'
import { noterEmpreintes, removeUncited } from './fichiers.ts'
import { noterBlocs, recouvrirBlocs } from './purge/blocs.ts'
import { clore, lireNumeros, listerCitations, listerEchues, PURGES } from './purge/echeances.ts'
import { purgerFichiers } from './purge/fichiers.ts'
import { purgerMoteur } from './purge/moteur.ts'
import { purgerTextes } from './purge/textes.ts'
import { viewDemandes } from './vues.ts'

/** What a purge erased. */
export interface BilanPurge {
  readonly au: Jour
  readonly demandes: number
  readonly instantanes_clos: number
}

/**
 * Erases every demande past retention on a day. What is beside the base goes first (`ailleurs`), the base and its files last
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
    await listerEchues(connection, au)
    await listerCitations(connection, au)
    const numeros = await lireNumeros(connection)
    await ailleurs(numeros)
    const { n } = await runOne(connection, sql`SELECT count(*) AS n FROM ${sql.id(PURGES)}`, { n: entier })
    await connection.run('BEGIN TRANSACTION')
    let clos = 0
    try {
      clos = await clore(connection, au)
      const fichiersTouches = await purgerFichiers(connection, base.dossier)
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
    return { au, demandes: n, instantanes_clos: clos }
  } finally {
    connection.closeSync()
  }
}
