import { type Jour, jourDeLInstant, plusJours } from '../../../ingest/socle/jour.ts'
import { JOURS_D_UNE_ANNEXE } from '../../../ingest/socle/regles/gestion.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'
import type { ActeAnnexe, EtatAnnexe } from '../../../web/annexes.ts'

/** The last day on which a list joined or renewed on a day is read. */
export const expirationDe = (jour: Jour): Jour => plusJours(jour, regleEn(JOURS_D_UNE_ANNEXE, jour))

/** Where a list stands on a day, told by its history alone. */
export interface SituationAnnexe {
  readonly etat: EtatAnnexe
  /** The last day on which it is read, or was to be. */
  readonly expireLe: Jour
  readonly retireeLe: Jour | null
}

/** @throws RangeError where nothing joined it. */
export const situationAnnexe = (
  actes: readonly { readonly acte: ActeAnnexe; readonly expire_le: Jour | null; readonly le: string }[],
  aujourdhui: Jour,
): SituationAnnexe => {
  const dernier = actes.at(-1)
  const expireLe = actes.findLast(({ expire_le }) => expire_le !== null)?.expire_le ?? null
  if (dernier === undefined || expireLe === null) throw new RangeError('une liste commence par être jointe')
  if (dernier.acte === 'RETIRER') return { etat: 'RETIREE', expireLe, retireeLe: jourDeLInstant(dernier.le) }
  return { etat: aujourdhui > expireLe ? 'EXPIREE' : 'EN_COURS', expireLe, retireeLe: null }
}
