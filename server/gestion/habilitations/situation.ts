import { type Jour, jourDeLInstant, joursEntre } from '../../../ingest/socle/jour.ts'
import type { ActeHabilitation, EtatHabilitation, MotifSignalement } from '../../../web/habilitations.ts'

/** An act of a habilitation, as its history keeps it: what is nothing to it is null or empty. */
export interface ActeRange {
  readonly acte: ActeHabilitation
  readonly vers: EtatHabilitation
  /** Opened, reported, closed on, or the last day of a certificate. */
  readonly jour: Jour | null
  readonly depart_le: Jour | null
  readonly code: MotifSignalement | null
  readonly texte: string
  readonly le: string
}

/** A report that stands, or that a closing answered. */
export interface Signalement {
  readonly motif: MotifSignalement
  readonly le: Jour
  readonly departLe: Jour | null
}

/** Where a habilitation stands, told by its history alone. */
export interface Situation {
  readonly etat: EtatHabilitation
  readonly ouverteLe: Jour
  readonly profil: string
  /** The last day of its certificate; null where none is known. */
  readonly certificat: Jour | null
  /** The last review that kept it. */
  readonly confirmeeLe: Jour | null
  readonly signalement: Signalement | null
  /** The day that the national system closed it. */
  readonly closeLe: Jour | null
  /** The state it was closed in. */
  readonly quitte: EtatHabilitation | null
}

/** The report since which nothing was taken back. */
const signalementDe = (actes: readonly ActeRange[]): Signalement | null => {
  const rang = actes.findLastIndex(({ acte }) => acte === 'SIGNALER')
  const acte = actes[rang]
  if (acte === undefined || actes.slice(rang).some(({ acte: suivant }) => suivant === 'REPRENDRE')) return null
  return { motif: acte.code ?? 'DEPART', le: acte.jour ?? jourDeLInstant(acte.le), departLe: acte.depart_le }
}

/**
 * Reads a history, the oldest first.
 *
 * @throws RangeError where it does not begin with its opening.
 */
export const situationDe = (profil: string, actes: readonly ActeRange[]): Situation => {
  const [ouverture] = actes
  const fin = actes.at(-1)
  if (ouverture?.acte !== 'OUVRIR' || ouverture.jour === null || fin === undefined)
    throw new RangeError('l’histoire d’une habilitation commence par son ouverture')
  const dernier = (lequel: ActeHabilitation) => actes.findLast(({ acte }) => acte === lequel)
  const confirmee = dernier('CONFIRMER')
  const rangCloture = fin.vers === 'CLOSE' ? actes.findLastIndex(({ acte }) => acte === 'CLORE') : -1
  return {
    etat: fin.vers,
    ouverteLe: ouverture.jour,
    profil: dernier('CHANGER')?.texte ?? profil,
    certificat: dernier('CERTIFIER')?.jour ?? null,
    confirmeeLe: confirmee === undefined ? null : jourDeLInstant(confirmee.le),
    signalement: signalementDe(actes),
    closeLe: actes[rangCloture]?.jour ?? null,
    quitte: actes[rangCloture - 1]?.vers ?? null,
  }
}

/** The day by which a report is to be followed by a closing: its own, or that of the departure where it is to come. */
export const aCloreLe = ({ le, departLe }: Signalement): Jour => (departLe !== null && departLe > le ? departLe : le)

/** How a departure is followed: what is to be closed when, and the days it took, or has taken so far. */
export interface SuiteDuDepart {
  readonly due: Jour
  /** Days past the day it was due, until it was closed or until today; 0 where it was closed in time. */
  readonly jours: number
  /** It is not closed, and its day is past. */
  readonly alerte: boolean
}

/** The following of a departure; null for a habilitation of which none was reported. */
export const suiteDuDepart = ({ signalement, closeLe }: Situation, aujourdhui: Jour): SuiteDuDepart | null => {
  if (signalement?.motif !== 'DEPART') return null
  const due = aCloreLe(signalement)
  const jours = Math.max(0, joursEntre(due, closeLe ?? aujourdhui))
  return { due, jours, alerte: closeLe === null && jours > 0 }
}
