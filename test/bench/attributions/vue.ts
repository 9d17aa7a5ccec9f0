import {
  finMois,
  jourDuNumero,
  type Mois,
  moisDe,
  moisPlus,
  numeroDuJour,
  plusJours,
} from '../../../ingest/socle/jour.ts'
import type { Estimation } from '../../../metrics/attributions/dire.ts'
import { estimer } from '../../../metrics/attributions/estimer.ts'
import { extractionDe, fenetreDe } from '../../../metrics/attributions/fenetre.ts'
import type { Bail } from './scenarios.ts'

const noms = new Map<number, Mois>()

/** The month of a day, its name made once. */
const moisDuJour = (jour: number): Mois => {
  const mois = noms.get(jour) ?? moisDe(jourDuNumero(jour))
  noms.set(jour, mois)
  return mois
}

export const jourDe = (mois: Mois): number => numeroDuJour(finMois(mois))

/** How many leases of each month there will be. */
export const compterVenues = (baux: readonly Bail[]): ReadonlyMap<Mois, number> => {
  const venues = new Map<Mois, number>()
  for (const { bail } of baux) venues.set(moisDuJour(bail), (venues.get(moisDuJour(bail)) ?? 0) + 1)
  return venues
}

/** What the snapshot of a month's end, or so many days later, estimates; the leases are all there are, or already those it shows. */
export const estimerAu = (baux: readonly Bail[], mois: Mois, decalage = 0, vus = false): readonly Estimation[] => {
  const instantane = plusJours(finMois(mois), decalage)
  const jour = numeroDuJour(instantane)
  const montres = vus ? baux : baux.filter(({ saisie }) => saisie <= jour)
  const extraction = extractionDe(
    instantane,
    montres.map(({ saisie }) => saisie),
  )
  const fenetre = fenetreDe(instantane, extraction, plusJours(finMois(moisPlus(mois, -1)), decalage))
  const saisies = montres
    .map((bail) => ({ ...bail, mois: moisDuJour(bail.bail), n: 1 }))
    .filter((saisie) => fenetre.mois.includes(saisie.mois))
  return estimer(saisies, fenetre).estimations
}
