import type { Alea } from '../alea.ts'
import { estFinDeSemaine } from '../calendrier.ts'

/** What a catch-up records: leases, or removals for another reason. */
export type ActeRattrape = 'ATTRIBUTION' | 'RADIATION'

/** A day on which a guichet records much of what it had left for months. */
export interface Rattrapage {
  readonly guichet: number
  readonly acte: ActeRattrape
  readonly jour: number
  /** First day whose acts were left. */
  readonly debut: number
}

/** Months during which a guichet records nothing: households go online, leases wait for its return. */
export interface Silence {
  readonly guichet: number
  readonly debut: number
  /** Last day, included. */
  readonly fin: number
}

/** By rank of guichet; a guichet has one or none of each. */
export interface Irregularites {
  readonly rattrapages: ReadonlyMap<number, Rattrapage>
  readonly silences: ReadonlyMap<number, Silence>
}

export const AUCUNE_IRREGULARITE: Irregularites = { rattrapages: new Map(), silences: new Map() }

/** Share of the acts that were left, and the days from which one is overdue. */
const PART_OUBLIEE = 0.65
export const JOURS_DE_RETARD = 31
/** Days over which what waited for a return is recorded. */
const JOURS_DE_RETOUR = 18

export const estEnSilence = ({ silences }: Irregularites, guichet: number, jour: number): boolean => {
  if (silences.size === 0) return false
  const silence = silences.get(guichet)
  return silence !== undefined && jour >= silence.debut && jour <= silence.fin
}

/** The day on which an act is recorded that was due on `saisie`: as due, on the day of a catch-up, or after a silence. */
export const jourDeSaisie = (
  { rattrapages, silences }: Irregularites,
  alea: Alea,
  guichet: number,
  acte: ActeRattrape,
  date: number,
  saisie: number,
): number => {
  const rattrapage = rattrapages.get(guichet)
  if (rattrapage?.acte === acte) {
    const { debut, jour } = rattrapage
    if (date >= debut && date <= jour - JOURS_DE_RETARD && alea.nombre() < PART_OUBLIEE) return jour
  }
  const silence = silences.get(guichet)
  if (silence === undefined || saisie < silence.debut || saisie > silence.fin) return saisie
  let retour = silence.fin + 1 + alea.entier(JOURS_DE_RETOUR)
  while (estFinDeSemaine(retour)) retour++
  return retour
}
