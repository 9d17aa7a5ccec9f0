import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { type Jour, jourDuNumero, moisDe } from '../../ingest/socle/jour.ts'
import { wilson } from '../stats/wilson.ts'
import type { Fenetre } from './fenetre.ts'
import { connuesAu, type Saisie } from './saisie.ts'

/** The busiest day of a guichet's quarter. */
export interface JourCharge {
  readonly guichet: string
  /** `AAAA-T1` to `AAAA-T4`, of the recording. */
  readonly trimestre: string
  readonly n: number
  readonly jour: Jour
  readonly n_jour: number
}

const trimestreDe = (jour: Jour): string => `${jour.slice(0, 4)}-T${Math.ceil(Number(moisDe(jour).slice(5)) / 3)}`

/** Of each guichet and quarter, how many attributions were recorded and how many on the busiest day (the earliest of equals). */
export const joursCharges = (saisies: readonly Saisie[]): JourCharge[] => {
  const groupes = new Map<string, { guichet: string; trimestre: string; jours: Map<Jour, number> }>()
  for (const { guichet, saisie, n } of saisies) {
    if (guichet === null || saisie === null) continue
    const jour = jourDuNumero(saisie)
    const trimestre = trimestreDe(jour)
    const cle = `${guichet} ${trimestre}`
    const groupe = groupes.get(cle) ?? { guichet, trimestre, jours: new Map<Jour, number>() }
    groupe.jours.set(jour, (groupe.jours.get(jour) ?? 0) + n)
    groupes.set(cle, groupe)
  }
  return [...groupes.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { guichet, trimestre, jours }]) => {
      const [plein] = [...jours].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      if (plein === undefined) return []
      const [jour, n_jour] = plein
      const n = [...jours.values()].reduce((total, x) => total + x, 0)
      return [{ guichet, trimestre, n, jour, n_jour }]
    })
}

/** Quarters and attributions under which nothing is said of a guichet's days. */
const TRIMESTRES_MINIMUM = 2
const ATTRIBUTIONS_MINIMUM = 8
const PART_GROUPEE = 0.5

/** Share of a guichet's attributions recorded on the busiest day of their quarter, and whether it surely records by batches. */
export interface Groupement {
  readonly guichet: string
  readonly n: number
  readonly n_jours: number
  readonly part: number
  /** Surely over a half: the lower end of the share's interval at 95 %. */
  readonly par_lots: boolean
}

export const grouper = (jours: readonly JourCharge[]): Groupement[] => {
  return [...grouperPar(jours, ({ guichet }) => guichet)].map(([guichet, siens]) => {
    const n = siens.reduce((total, jour) => total + jour.n, 0)
    const n_jours = siens.reduce((total, jour) => total + jour.n_jour, 0)
    const sure = (wilson(n_jours, n)?.bas ?? 0) > PART_GROUPEE
    const assez = siens.length >= TRIMESTRES_MINIMUM && n >= ATTRIBUTIONS_MINIMUM
    return { guichet, n, n_jours, part: n_jours / n, par_lots: assez && sure }
  })
}

/** How a guichet that records by batches stands at a snapshot: up to which lease the last batch went, and leases a day. */
export interface Lot {
  readonly coupe: number
  readonly parJour: number
  readonly variance: number
}

/** A day is a batch from a quarter of the usual one on, and three records at least. */
const PART_DU_LOT = 0.25
const SAISIES_DU_LOT = 3
const EXPOSITION_MINIMUM = 30

/** The latest lease that a day's records tell of. */
const dernierBail = (saisies: readonly Saisie[], jour: number): number =>
  saisies.reduce((dernier, { saisie, bail }) => (saisie === jour && bail > dernier ? bail : dernier), 0)

/** The last batch of a guichet that records by batches, from its records; null where none is seen. */
export const dernierLot = (saisies: readonly Saisie[], usuel: number, { anniversaires }: Fenetre): Lot | null => {
  const parJour = new Map<number, number>()
  const connues = connuesAu(saisies, anniversaires[0] ?? 0)
  for (const { saisie, n } of connues) parJour.set(saisie, (parJour.get(saisie) ?? 0) + n)
  const lots = [...parJour].filter(([, n]) => n >= Math.max(SAISIES_DU_LOT, PART_DU_LOT * usuel))
  if (lots.length === 0) return null
  const jours = lots.map(([jour]) => ({ jour, bail: dernierBail(connues, jour) }))
  const dernier = jours.reduce((a, b) => (b.jour > a.jour ? b : a))
  // What a batch leaves aside at its end: the least that any did.
  const reste = Math.min(...jours.map(({ jour, bail }) => jour - bail))
  const coupe = Math.max(dernier.bail, dernier.jour - reste)
  const premier = connues.reduce((min, { bail }) => Math.min(min, bail), coupe)
  const exposition = Math.max(EXPOSITION_MINIMUM, coupe - premier + 1)
  const baux = connues.filter(({ bail }) => bail <= coupe).reduce((total, { n }) => total + n, 0)
  return { coupe, parJour: baux / exposition, variance: baux / exposition ** 2 }
}
