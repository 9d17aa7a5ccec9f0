import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import { chainLadder } from '../stats/chain-ladder.ts'
import { countQuantile } from '../stats/negative-binomial.ts'
import { type AVenir, additionnerAVenir, prevoir, RIEN_A_VENIR } from './a-venir.ts'
import { type Achevement, estimerAchevement } from './achevement.ts'
import { mesurerDelais } from './delais.ts'
import type { Fenetre } from './fenetre.ts'
import { dernierLot, grouper, joursCharges, type Lot } from './lots.ts'
import { delaiDe, type Saisie } from './saisie.ts'
import { cumulsDe } from './triangle.ts'
import { estimerVolume } from './volume.ts'

/** A month of signature, as a snapshot knows it and as it will be known. */
export interface Estimation {
  readonly mois: Mois
  readonly enregistrees: number
  /** Recorded / expected; null where nothing is expected. */
  readonly part_enregistree: number | null
  /** Expected final count; null while less than a quarter is recorded. */
  readonly estimees: number | null
  /** Interval at 90 % of the final count; null where nothing can be expected. */
  readonly ic_bas: number | null
  readonly ic_haut: number | null
  /** Less than 95 % is recorded. */
  readonly provisoire: boolean
  readonly delai_median: number | null
  readonly delai_p90: number | null
  /** What plain chain ladder gives, to be compared with. */
  readonly chaine: number
}

export interface Ajustement {
  readonly estimations: readonly Estimation[]
  readonly achevement: Achevement
}

export const PART_ESTIMABLE = 0.25
export const PART_DEFINITIVE = 0.95
const QUANTILES = [0.05, 0.95] as const

/** Attributions in twelve months under which lags are not learned: those of the whole are taken. */
export const EFFECTIF_AJUSTE = 60
/** A batch varies this much more than a draw. */
const SURDISPERSION_LOT = 1.2

/** The guichets that record by batches, and where each stands. */
const lotsDe = (saisies: readonly Saisie[], fenetre: Fenetre): ReadonlyMap<string, Lot> => {
  const siennes = grouperPar(saisies, ({ guichet }) => guichet)
  const jours = joursCharges(saisies.filter((ligne) => delaiDe(ligne) !== null))
  const lots = new Map<string, Lot>()
  for (const { guichet, n_jours, par_lots } of grouper(jours)) {
    if (!par_lots) continue
    const usuel = n_jours / jours.filter((jour) => jour.guichet === guichet).length
    const lot = dernierLot(siennes.get(guichet) ?? [], usuel, fenetre)
    if (lot !== null) lots.set(guichet, lot)
  }
  return lots
}

/** What a batch recorder still owes of a month: the days after its last batch, at its usual pace, less what came since. */
const prevoirLot = (lot: Lot, saisies: readonly Saisie[], debut: number, longueur: number): AVenir => {
  const fin = debut + longueur - 1
  const depuis = Math.max(debut, lot.coupe + 1)
  if (depuis > fin) return RIEN_A_VENIR
  const jours = fin - depuis + 1
  const venues = saisies
    .filter((ligne) => ligne.bail >= depuis && ligne.bail <= fin && delaiDe(ligne) !== null)
    .reduce((total, { n }) => total + n, 0)
  const moyenne = Math.max(0, jours * lot.parJour - venues)
  return { moyenne, variance: SURDISPERSION_LOT * moyenne + jours ** 2 * lot.variance }
}

const dire = (mois: Mois, saisies: readonly Saisie[], { moyenne, variance }: AVenir, chaine: number): Estimation => {
  const { enregistrees, mediane, p90 } = mesurerDelais(saisies)
  const attendues = enregistrees + moyenne
  const part = attendues > 0 ? enregistrees / attendues : null
  const [bas, haut] = QUANTILES.map((q) => enregistrees + countQuantile(q, moyenne, variance))
  return {
    mois,
    enregistrees,
    part_enregistree: part,
    estimees: part !== null && part >= PART_ESTIMABLE ? attendues : null,
    ic_bas: part === null ? null : (bas ?? null),
    ic_haut: part === null ? null : (haut ?? null),
    provisoire: part === null || part < PART_DEFINITIVE,
    delai_median: mediane,
    delai_p90: p90,
    chaine,
  }
}

/**
 * Estimates how many attributions each of the twelve months that end with a snapshot's will show once all are recorded.
 * Guichets that record by batches are followed one by one, the others together. Attributions whose lag is unknown or
 * negative are recorded and wait for nothing. Under sixty attributions, completeness is that of `repli`.
 */
export const estimer = (saisies: readonly Saisie[], fenetre: Fenetre, repli?: Achevement): Ajustement => {
  const lots = lotsDe(saisies, fenetre)
  const ordinaires = cumulsDe(
    saisies.filter(({ guichet }) => guichet === null || !lots.has(guichet)),
    fenetre,
  )
  const effectif = ordinaires.reduce((total, ligne) => total + (ligne.at(-1) ?? 0), 0)
  const achevement = repli !== undefined && effectif < EFFECTIF_AJUSTE ? repli : estimerAchevement(ordinaires)
  const volume = estimerVolume(ordinaires, fenetre.longueurs, achevement)
  const tous = cumulsDe(saisies, fenetre)
  const { finaux } = chainLadder(tous)
  const parLot = [...lots].map(([guichet, lot]) => ({ lot, siennes: saisies.filter((s) => s.guichet === guichet) }))
  const estimations = fenetre.mois.map((mois, i) => {
    const age = fenetre.mois.length - 1 - i
    const longueur = fenetre.longueurs[i] ?? 30
    const debut = fenetre.debuts[i] ?? 0
    const aVenir = additionnerAVenir([
      prevoir(ordinaires[i]?.at(-1) ?? 0, age, longueur, achevement, volume),
      ...parLot.map(({ lot, siennes }) => prevoirLot(lot, siennes, debut, longueur)),
    ])
    const siennes = saisies.filter((ligne) => ligne.mois === mois)
    const { enregistrees } = mesurerDelais(siennes)
    return dire(mois, siennes, aVenir, (finaux[i] ?? 0) + enregistrees - (tous[i]?.at(-1) ?? 0))
  })
  return { estimations, achevement }
}
