import { enTransaction } from '../../ingest/socle/sql/transaction.ts'
import type { Base } from '../../ingest/store/base.ts'
import { recompterObjectifs } from '../../metrics/tableaux/objectifs.ts'
import type { BaseEtat } from '../state/etat.ts'
import { listerSeuils, type SeuilSaisi, saisirSeuils } from '../state/seuils.ts'
import { aTour } from './tour.ts'

/**
 * Keeps thresholds of the first quartile of resources, then counts TAB04-07 of a territory again by them, where its columns
 * are still held. Gives whether it could be.
 */
export const enregistrerSeuils = async (
  base: Base,
  etat: BaseEtat,
  territoire: string,
  seuils: readonly Omit<SeuilSaisi, 'id' | 'territoire'>[],
): Promise<boolean> => {
  await saisirSeuils(
    etat,
    seuils.map((seuil) => ({ ...seuil, territoire })),
  )
  return aTour(base, async () => {
    const connus = await listerSeuils(etat, territoire)
    const connection = await base.connect()
    try {
      return await enTransaction(connection, () => recompterObjectifs(connection, territoire, connus))
    } finally {
      connection.closeSync()
    }
  })
}
