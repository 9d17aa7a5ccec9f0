import { Alea } from './alea.ts'
import { CALIBRAGE } from './calibrage.ts'
import type { Monde } from './monde.ts'
import { simulerVie } from './simuler-vie.ts'
import { JAMAIS, nouvelleVie } from './vie.ts'

const AN = 365.25
const ESSAIS = 30_000
const HORIZON = 40 * AN

export interface Equilibre {
  /** Active demandes for one registration a year, in a population that grows. */
  readonly annees: number
  /** The same for a copy, which may be deleted, over that of any demande. */
  readonly survieDesCopies: number
}

/** Days after its registration when the gestionnaire deletes a copy; never, for most. */
export const tirerTraitement = (alea: Alea): number =>
  alea.nombre() < CALIBRAGE.copiesTraitees
    ? CALIBRAGE.joursAvantTraitement + Math.floor(alea.attente(CALIBRAGE.joursDeTraitement))
    : JAMAIS

/** Mean discounted lives, estimated on simulated ones: what a stock owes to its yearly flow. */
export const calibrer = (monde: Monde, graine: number): Equilibre => {
  const alea = new Alea(graine, 'calibrage')
  const vie = nouvelleVie()
  const g = CALIBRAGE.croissance
  const debut = monde.calendrier.jour(1950, 3, 1)
  const escompte = (jours: number) => (1 - Math.exp((-g * jours) / AN)) / g
  let toutes = 0
  let copies = 0
  for (let i = 0; i < ESSAIS; i++) {
    simulerVie(vie, monde, alea, debut + (i % 365), debut + HORIZON)
    const duree = Math.min(vie.fin - debut - (i % 365), HORIZON)
    toutes += escompte(duree)
    copies += escompte(Math.min(duree, tirerTraitement(alea)))
  }
  return { annees: toutes / ESSAIS, survieDesCopies: copies / toutes }
}
