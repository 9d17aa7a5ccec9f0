import { enTransaction } from '../../ingest/socle/sql/transaction.ts'
import type { Base } from '../../ingest/store/base.ts'
import { recompterObjectifs } from '../../metrics/tableaux/objectifs.ts'
import type { BaseEtat } from '../state/etat.ts'
import { listerSeuils } from '../state/seuils.ts'
import { aTour } from './tour.ts'

/**
 * Counts TAB04-07 of a territory again by the thresholds kept, where its columns are still held. Gives whether it could be.
 */
export const recompterParSeuils = (base: Base, etat: BaseEtat, territoire: string): Promise<boolean> =>
  aTour(base, async () => {
    const connus = await listerSeuils(etat, territoire)
    const connection = await base.connect()
    try {
      return await enTransaction(connection, () => recompterObjectifs(connection, territoire, connus))
    } finally {
      connection.closeSync()
    }
  })
