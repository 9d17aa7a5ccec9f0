import type { Jour } from '../../../ingest/socle/jour.ts'
import type { ActeDroit, EtatDroit } from '../../../web/activite.ts'
import { echeanceDuDroit } from './table.ts'

interface ActeRange {
  readonly acte: ActeDroit
  readonly vers: EtatDroit
  readonly jour: Jour | null
}

/** Where a request to exercise a right stands, told by its history alone. */
export interface SituationDroit {
  readonly etat: EtatDroit
  readonly recueLe: Jour
  readonly prolongee: boolean
  readonly echeance: Jour
  /** Null as long as it is not answered. */
  readonly repondueLe: Jour | null
}

/**
 * Reads a history, the oldest first.
 *
 * @throws RangeError where it does not begin with its receipt.
 */
export const situationDuDroit = (actes: readonly ActeRange[]): SituationDroit => {
  const [reception] = actes
  const fin = actes.at(-1)
  if (reception?.acte !== 'RECEVOIR' || reception.jour === null || fin === undefined)
    throw new RangeError('l’histoire d’une demande commence par sa réception')
  const prolongee = actes.some(({ acte }) => acte === 'PROLONGER')
  return {
    etat: fin.vers,
    recueLe: reception.jour,
    prolongee,
    echeance: echeanceDuDroit(reception.jour, prolongee),
    repondueLe: fin.vers === 'REPONDUE' ? (actes.findLast(({ acte }) => acte === 'REPONDRE')?.jour ?? null) : null,
  }
}
