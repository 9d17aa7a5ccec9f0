import { formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import { CODES_POINTS, type EtatControle } from '../controles.ts'

/** The control of a month, as lists show it. */
export interface MoisVu {
  readonly mois: Mois
  readonly etat: EtatControle
  readonly vus: number
  /** The day of its first act; null before. */
  readonly ouvertLe: Jour | null
  /** The month's snapshot; null where it has none. */
  readonly instantane: Jour | null
  /** Null without snapshot. */
  readonly echeance: Jour | null
  /** Days past it: until it was first signed, or until today. */
  readonly retard: number
  /** Its first signature. */
  readonly signe: { readonly le: Jour; readonly par: string } | null
  /** Its latest signature was given without a snapshot. */
  readonly sansInstantane: boolean
  readonly versions: number
  /** The last time it was reopened, and why. */
  readonly rouvert: { readonly le: Jour; readonly motif: string } | null
  /** The first day it may be signed without a snapshot; null where it has one. */
  readonly signableSans: Jour | null
}

export const POINTS_EN_TOUT = CODES_POINTS.length

/** Whether it is still to be signed past its date. */
export const estEnRetard = ({ signe, retard }: MoisVu): boolean => signe === null && retard > 0

/** Whether its month has no snapshot and nobody has signed it so. */
export const estManquant = ({ instantane, signe }: MoisVu): boolean => instantane === null && signe === null

const jours = (n: number): string => compte(n, 'jour')

/** What is to be said of a month beside its name; empty where all is well. */
export const precisionDuMois = (m: MoisVu): string => {
  if (m.rouvert !== null && m.etat === 'ROUVERT') return `rouvert le ${formatJour(m.rouvert.le)} : ${m.rouvert.motif}`
  if (m.sansInstantane) return 'sans instantané, signé avec motif'
  if (estManquant(m)) return 'instantané manquant'
  if (m.signe === null) return m.etat === 'A_FAIRE' ? 'à faire' : `en cours, ${m.vus} sur ${POINTS_EN_TOUT}`
  if (m.retard > 0) return `dû le ${formatJour(m.echeance)}, ${jours(m.retard)} de retard`
  return m.rouvert === null ? '' : `rouvert le ${formatJour(m.rouvert.le)} : ${m.rouvert.motif}`
}

/** When it was signed, or by when it is to be. */
export const dateDuMois = (m: MoisVu): string => {
  if (m.versions > 1) return compte(m.versions, 'version')
  if (m.signe !== null) return `signé le ${formatJour(m.signe.le)}`
  if (m.echeance === null) return 'non chargé'
  return m.retard > 0 ? `${jours(m.retard)} de retard` : `avant le ${formatJour(m.echeance)}`
}

/** Controls signed by their date, among those whose date has come or that are signed. */
export const aTemps = (controles: readonly MoisVu[]): { readonly tenus: number; readonly dus: number } => {
  const dus = controles.filter(({ signe, retard, echeance }) => echeance !== null && (signe !== null || retard > 0))
  return { tenus: dus.filter(({ retard }) => retard === 0).length, dus: dus.length }
}

/** « 9 signés sur 10 à temps »; empty before any is due. */
export const direATemps = (controles: readonly MoisVu[]): string => {
  const { tenus, dus } = aTemps(controles)
  return dus === 0 ? '' : `${tenus} ${tenus < 2 ? 'signé' : 'signés'} sur ${dus} à temps`
}

export const titreDuControle = (mois: Mois): string =>
  `Contrôle ${/^[ao]/.test(formatMois(mois)) ? 'd’' : 'de '}${formatMois(mois)}`
