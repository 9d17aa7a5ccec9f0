import { sql } from 'kysely'
import { runQuery } from '../socle/sql/query.ts'
import { enTransaction } from '../socle/sql/transaction.ts'
import type { Base } from './base.ts'
import { noterEmpreintes, removeUncited } from './fichiers.ts'

/**
 * Has a base begin anew with the secret that its next import finds or makes: the identity keys made with the former one
 * go, and what snapshots loaded until now show of names is compared with no later one.
 */
export const oublierLeSecret = async (base: Base): Promise<void> => {
  const connection = await base.connect()
  try {
    await enTransaction(connection, async () => {
      await runQuery(connection, sql`UPDATE instantanes SET fichier_cles = NULL, sans_secret = TRUE`)
      await runQuery(connection, sql`DELETE FROM installation WHERE cle IN ('controle_secret', 'formule_empreintes')`)
      await noterEmpreintes(connection, base.dossier)
    })
    await removeUncited(connection, base.dossier)
  } finally {
    connection.closeSync()
  }
}
