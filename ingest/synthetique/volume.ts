import { dernierDuMois, moisDansAnnee, type Numero, premierDuMois, rangMois } from './calendrier.ts'
import { CALIBRAGE, SAISONS } from './calibrage.ts'
import { drawVie, type Monde } from './vie.ts'

const VIES_PAR_MOIS = 400

/** Weight of a month's registrations: growth and season. */
const poidsDuMois = (rang: number): number =>
  (1 + CALIBRAGE.croissance) ** (rang / 12 - 120) * (SAISONS[moisDansAnnee(rang) - 1] as number)

/** Registrations of each month that leave `demandes` of them active at the horizon, by rank of month. */
export const planVolumes = (premier: Numero, demandes: number, monde: Monde): ReadonlyMap<number, number> => {
  const poids = new Map<number, number>()
  let actives = 0
  for (let rang = rangMois(premier); rang <= rangMois(monde.horizon); rang++) {
    const debut = premierDuMois(rang)
    const fin = Math.min(dernierDuMois(rang), monde.horizon)
    const p = (poidsDuMois(rang) * (fin - debut + 1)) / (dernierDuMois(rang) - debut + 1)
    let vivantes = 0
    for (let i = 0; i < VIES_PAR_MOIS; i++) {
      const jour = debut + Math.floor(((i + 0.5) / VIES_PAR_MOIS) * (fin - debut + 1))
      if (drawVie(jour, monde).fin > monde.horizon) vivantes++
    }
    poids.set(rang, p)
    actives += (p * vivantes) / VIES_PAR_MOIS
  }
  return new Map([...poids].map(([rang, p]) => [rang, (p * demandes) / actives]))
}
