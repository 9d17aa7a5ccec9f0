import type { Mois } from '../../ingest/socle/jour.ts'
import { countQuantile } from '../stats/negative-binomial.ts'
import type { AVenir } from './a-venir.ts'
import { mesurerDelais } from './delais.ts'
import { HISTOIRE_MINIMUM, HISTOIRE_SUFFISANTE } from './histoire.ts'
import type { Irregularite } from './irregularite.ts'
import type { Saisie } from './saisie.ts'

/** A month of signature, as a snapshot knows it and as it will be known. */
export interface Estimation {
  readonly mois: Mois
  readonly enregistrees: number
  /** Recorded / expected; null where nothing is expected. */
  readonly part_enregistree: number | null
  /** Expected final count; null while less than a quarter is recorded, or the history is too short to tell. */
  readonly estimees: number | null
  /** Interval at 90 % of the final count; null where the estimate is. */
  readonly ic_bas: number | null
  readonly ic_haut: number | null
  /** Less than 95 % is recorded, or an irregularity that bears on it is seen for the first time. */
  readonly provisoire: boolean
  readonly delai_median: number | null
  readonly delai_p90: number | null
  /** What departs from the law of the lag and bears on the month. */
  readonly irregularites: readonly Irregularite[]
  /** What plain chain ladder gives, to be compared with. */
  readonly chaine: number
}

/** What is known of a month beyond its records. */
export interface Connaissance {
  readonly aVenir: AVenir
  /** Complete months that the law was learned from; 0 where they tell nothing of this one. */
  readonly histoire: number
  readonly irregularites: readonly Irregularite[]
  /** An irregularity that bears on it came since the snapshot before. */
  readonly nouvelle: boolean
  /** Leases of it that catch-ups recorded, and that take-overs did. */
  readonly rattrapees: number
  readonly reprises: number
  readonly chaine: number
}

export const PART_ESTIMABLE = 0.25
export const PART_DEFINITIVE = 0.95
const QUANTILES = [0.05, 0.95] as const
/** Standard deviations that hold 90 %. */
const Z = 1.645
/** A short history opens the interval so much: twice what twelve months would give, and some. */
const OUVERTURE = 2.2

interface Bornes {
  readonly bas: number
  readonly haut: number
}

/** Opens an interval on both sides of an estimate; what cannot open below what is recorded opens above. */
const ouvrir = ({ bas, haut }: Bornes, estimees: number, enregistrees: number): Bornes => {
  const ouvert = Math.max(enregistrees, estimees - OUVERTURE * (estimees - bas))
  return { bas: ouvert, haut: Math.max(estimees + OUVERTURE * (haut - estimees), ouvert + OUVERTURE * (haut - bas)) }
}

/** Whether a month waits for more: by its regular records alone where some are not. */
const estProvisoire = (enregistrees: number, { aVenir, rattrapees, nouvelle }: Connaissance): boolean => {
  const regulieres = enregistrees - rattrapees
  return nouvelle || regulieres < PART_DEFINITIVE * (regulieres + aVenir.moyenne)
}

/**
 * The interval at 90 %: what is to come by its law; while the month is provisional, wider by what irregular records put in
 * doubt, and never of one value.
 */
const encadrer = (enregistrees: number, connaissance: Connaissance, provisoire: boolean): Bornes => {
  const { aVenir, histoire, rattrapees, reprises } = connaissance
  const [bas = 0, haut = 0] = QUANTILES.map((q) => enregistrees + countQuantile(q, aVenir.moyenne, aVenir.variance))
  if (!provisoire) return { bas, haut }
  const doute = Z * Math.sqrt(rattrapees + reprises)
  const large = { bas: Math.max(enregistrees, bas - doute), haut: Math.max(haut + doute, enregistrees + 1) }
  return histoire < HISTOIRE_SUFFISANTE ? ouvrir(large, enregistrees + aVenir.moyenne, enregistrees) : large
}

/** What is told of a month: its records, what they will come to, and within what. */
export const direMois = (mois: Mois, saisies: readonly Saisie[], connaissance: Connaissance): Estimation => {
  const { enregistrees, mediane, p90 } = mesurerDelais(saisies)
  const { aVenir, histoire, irregularites, chaine } = connaissance
  const commun = { mois, enregistrees, delai_median: mediane, delai_p90: p90, irregularites, chaine }
  const attendues = enregistrees + aVenir.moyenne
  const connu = histoire >= HISTOIRE_MINIMUM && attendues > 0
  const part = connu ? enregistrees / attendues : null
  if (part === null || part < PART_ESTIMABLE)
    return { ...commun, part_enregistree: part, estimees: null, ic_bas: null, ic_haut: null, provisoire: true }
  const provisoire = estProvisoire(enregistrees, connaissance)
  const { bas, haut } = encadrer(enregistrees, connaissance, provisoire)
  return { ...commun, part_enregistree: part, estimees: attendues, ic_bas: bas, ic_haut: haut, provisoire }
}
