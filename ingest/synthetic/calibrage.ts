import { choixParmi } from './tirage.ts'

/**
 * What the simulation is set on, yearly rates unless said. Published figures for the Bouches-du-Rhône: 85 428 active
 * demandes at 31/12/2020, about 113 000 at the end of 2024; 45 000 to 55 000 new a year, 9 000 to 10 000 attributions,
 * 32 000 to 40 000 other radiations; 49 % renewed after a year (2024).
 */
export const CALIBRAGE = {
  /** Growth of the registrations, and so of the stock. */
  croissance: 0.045,
  /** Years of registrations simulated before the first snapshot. */
  anneesAvant: 15,
  attributions: 0.102,
  autresRadiations: 0.05,
  /** Probability to renew at the end of the first year, then of each later one. */
  premierRenouvellement: 0.49,
  renouvellementsSuivants: 0.8,
  /** Days before the end of validity at which one renews in time, and those at which one renews too early. */
  renouvellementATemps: [0, 57],
  renouvellementAnticipe: [63, 152],
  modifications: 0.1,
  partPortail: 0.65,
  renouvellementsPortail: 0.7,
  modificationsPortail: 0.5,
  /** Radiated for non-renewal, then reactivated on complaint. */
  reactivations: 0.015,
  attributionsAnnulees: 0.004,
  /** Recorded before the date of signature that was typed. */
  bauxAntidates: 0.002,
  /** Leases never recorded whose non-renewal radiation still names the lease. */
  bauxOubliesAvecTrace: 0.25,
  /** Copies that the gestionnaire deletes or merges, at the earliest two months after, then with this mean wait. */
  copiesTraitees: 0.25,
  joursAvantTraitement: 60,
  joursDeTraitement: 200,
  sansPreavis: 0.006,
  associations: 0.002,
} as const

/** Registrations by month of the year, January first, around 1: high in September and January, low in August and December. */
export const SAISONS = [1.1, 1.0, 1.05, 0.98, 0.94, 1.0, 0.95, 0.78, 1.18, 1.14, 1.02, 0.86] as const

export const MOTIFS_VOLONTAIRES = choixParmi([
  ['RENONCIATION', 45],
  ['ABSENCE_REPONSE', 30],
  ['IRRECEVABILITE', 20],
  ['AUTRE', 5],
] as const)
