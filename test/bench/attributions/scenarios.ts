import { enJour, enMois, type Mois, moisEntre, numeroDuJour } from '../../../ingest/socle/jour.ts'
import { hasard } from '../../web/fixtures/hasard.ts'

/** A lease as it will be known one day: who recorded it, when it was signed, when it was recorded. */
export interface Bail {
  readonly guichet: string
  readonly bail: number
  readonly saisie: number
}

interface Tirage {
  readonly u: () => number
  /** Standard normal. */
  readonly z: () => number
}

/** A way leases are signed and recorded, unlike the generator's. */
export interface Scenario {
  readonly nom: string
  readonly parMois: number
  readonly guichets: number
  readonly delai: (t: Tirage, guichet: number, bail: number) => number
  /** How many times the usual number of leases a month has, by its rank. */
  readonly volume?: (rang: number, t: Tirage) => number
  /** Days after the month's end at which snapshots are taken. */
  readonly decalage?: number
}

export const MOIS: readonly Mois[] = moisEntre(enMois('2023-01'), enMois('2026-10'))

/** The day on which habits and volumes change, where they do. */
const BASCULE = numeroDuJour(enJour('2025-09-01'))

export const lognormal = ({ z }: Tirage, mediane: number, sigma: number): number =>
  Math.floor(mediane * Math.exp(sigma * z()))

const rangDe = (bail: number): number => MOIS.findLastIndex((mois) => numeroDuJour(enJour(`${mois}-01`)) <= bail)

const premierJour = (rang: number): number =>
  rang < MOIS.length
    ? numeroDuJour(enJour(`${MOIS[rang]}-01`))
    : numeroDuJour(enJour('2026-11-01')) + 31 * (rang - MOIS.length)

const finDeMois = (bail: number, apres: number): number => premierJour(rangDe(bail) + 1) - 1 + apres - bail

const finDeTrimestre = (bail: number, apres: number): number => {
  const rang = rangDe(bail)
  return premierJour(rang - (rang % 3) + 3) - 1 + apres - bail
}

export const SCENARIOS: readonly Scenario[] = [
  { nom: 'log-normal', parMois: 400, guichets: 20, delai: (t, g) => lognormal(t, 8 + (g % 5) * 6, 0.8) },
  { nom: 'exponentiel', parMois: 150, guichets: 15, delai: ({ u }) => Math.floor(-Math.log(1 - u()) * 20) },
  { nom: 'très lent', parMois: 300, guichets: 15, delai: (t) => lognormal(t, 55, 0.6) },
  {
    nom: 'deux vitesses',
    parMois: 300,
    guichets: 10,
    delai: (t) => (t.u() < 0.7 ? lognormal(t, 4, 0.5) : lognormal(t, 90, 0.25)),
  },
  {
    nom: 'volumes saisonniers, ± 30 %',
    parMois: 600,
    guichets: 20,
    delai: (t) => lognormal(t, 12, 0.9),
    volume: (rang) => 1 + 0.3 * Math.sin((rang / 6) * Math.PI),
  },
  {
    nom: 'volumes au hasard, ± 20 %',
    parMois: 600,
    guichets: 20,
    delai: (t) => lognormal(t, 12, 0.9),
    volume: (_, { z }) => Math.exp(0.2 * z()),
  },
  {
    nom: 'baisse de 40 % du volume',
    parMois: 600,
    guichets: 20,
    delai: (t) => lognormal(t, 15, 0.9),
    volume: (rang) => (premierJour(rang) >= BASCULE ? 0.6 : 1),
  },
  {
    nom: 'hausse de 4 % par mois',
    parMois: 300,
    guichets: 20,
    delai: (t) => lognormal(t, 15, 0.9),
    volume: (rang) => 1.04 ** (rang - 30),
  },
  {
    nom: 'deux grands bailleurs ralentissent',
    parMois: 600,
    guichets: 10,
    delai: (t, g, bail) => (g < 2 && bail >= BASCULE ? lognormal(t, 60, 0.6) : lognormal(t, 9, 0.7)),
  },
  {
    nom: 'deux grands bailleurs accélèrent',
    parMois: 600,
    guichets: 10,
    delai: (t, g, bail) => (g < 2 && bail < BASCULE ? lognormal(t, 60, 0.6) : lognormal(t, 9, 0.7)),
  },
  {
    nom: 'tous ralentissent',
    parMois: 600,
    guichets: 10,
    delai: (t, _, bail) => lognormal(t, bail >= BASCULE ? 30 : 9, 0.7),
  },
  {
    nom: 'lots mensuels, la moitié',
    parMois: 400,
    guichets: 10,
    delai: (t, g, bail) => (g < 5 ? finDeMois(bail, 0) : lognormal(t, 15, 0.7)),
  },
  {
    nom: 'lots trimestriels, un tiers',
    parMois: 400,
    guichets: 10,
    delai: (t, g, bail) => (g < 3 ? finDeTrimestre(bail, 0) : lognormal(t, 10, 0.7)),
  },
  {
    nom: 'lots trimestriels huit jours après',
    parMois: 400,
    guichets: 10,
    delai: (t, g, bail) => (g < 3 ? finDeTrimestre(bail, 8) : lognormal(t, 10, 0.7)),
  },
  {
    nom: 'instantanés trois jours après le mois',
    parMois: 400,
    guichets: 20,
    decalage: 3,
    delai: (t, g) => lognormal(t, 8 + (g % 5) * 6, 0.8),
  },
  {
    nom: 'instantanés au milieu du mois',
    parMois: 400,
    guichets: 20,
    decalage: 14,
    delai: (t, g) => lognormal(t, 8 + (g % 5) * 6, 0.8),
  },
  { nom: 'trente baux par mois', parMois: 30, guichets: 8, delai: (t) => lognormal(t, 15, 0.8) },
  { nom: 'huit baux par mois', parMois: 8, guichets: 4, delai: (t) => lognormal(t, 20, 0.8) },
  {
    nom: 'cinq mille baux par mois',
    parMois: 5000,
    guichets: 40,
    delai: (t) => lognormal(t, 12, 0.9),
    volume: (_, { z }) => Math.exp(0.1 * z()),
  },
]

const poisson = (moyenne: number, { u, z }: Tirage): number => {
  if (moyenne > 50) return Math.max(0, Math.round(moyenne + Math.sqrt(moyenne) * z()))
  let n = 0
  for (let produit = u(); produit > Math.exp(-moyenne); produit *= u()) n++
  return n
}

/** Lags from which retention erases a lease before it is recorded. */
const DELAI_MAXIMUM = 350

/** Every lease of a scenario, whenever it is recorded; the guichets are from the largest to the smallest. */
export const tirerBaux = ({ parMois, guichets, delai, volume }: Scenario, graine: number): Bail[] => {
  const u = hasard(graine * 7919 + 13)
  const t: Tirage = { u, z: () => Math.sqrt(-2 * Math.log(1 - u())) * Math.cos(2 * Math.PI * u()) }
  const poids = Array.from({ length: guichets }, (_, g) => 1 / (1 + 0.3 * g))
  const total = poids.reduce((a, b) => a + b, 0)
  const choisir = (): number => {
    let reste = u() * total
    return Math.max(
      0,
      poids.findIndex((p) => {
        reste -= p
        return reste <= 0
      }),
    )
  }
  return MOIS.flatMap((_, rang) => {
    const parJour = (parMois / 30.4) * (volume?.(rang, t) ?? 1)
    const [debut, fin] = [premierJour(rang), premierJour(rang + 1)]
    const baux: Bail[] = []
    for (let jour = debut; jour < fin; jour++)
      for (let n = poisson(parJour, t); n > 0; n--) {
        const g = choisir()
        const attente = Math.max(0, delai(t, g, jour))
        if (attente < DELAI_MAXIMUM) baux.push({ guichet: String(g), bail: jour, saisie: jour + attente })
      }
    return baux
  })
}
