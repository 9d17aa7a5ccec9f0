import type { Alea } from './alea.ts'

/** How a guichet behaves for one indicator. */
export type Classe = 'honnete' | 'moyen' | 'mauvais'

/** The most active of all behave, so that the territory's averages stay those of the calibration. */
const EPARGNES = 3

const PART_MAUVAIS = 0.05
const PART_MOYENS = 0.04

/**
 * A class for each guichet that can act, most active first: some bad ones among the active, where a month shows them,
 * the rest anywhere.
 */
export const classer = (rangs: readonly number[], alea: Alea): Map<number, Classe> => {
  const classes = new Map<number, Classe>(rangs.map((rang) => [rang, 'honnete']))
  const n = rangs.length
  const premier = Math.min(EPARGNES, Math.floor(n / 4))
  const visibles = Math.max(premier + 2, Math.floor(n * 0.22))
  const placer = (classe: Classe, combien: number, bas: number, haut: number): void => {
    for (let places = 0, essais = 0; places < combien && essais < 200; essais++) {
      const rang = rangs[bas + alea.entier(haut - bas)]
      if (rang === undefined || classes.get(rang) !== 'honnete') continue
      classes.set(rang, classe)
      places++
    }
  }
  const mauvais = Math.max(2, Math.round(n * PART_MAUVAIS))
  placer('mauvais', Math.ceil(mauvais / 2), premier, Math.min(n, visibles))
  placer('mauvais', Math.floor(mauvais / 2), premier, n)
  placer('moyen', Math.max(1, Math.round(n * PART_MOYENS)), premier, n)
  return classes
}

/** The exact `combien` guichets of a class among those from `bas` to `haut`, by activity. */
export const choisirRangs = (rangs: readonly number[], combien: number, bas: number, haut: number, alea: Alea) => {
  const candidats = rangs.slice(bas, haut)
  for (let i = candidats.length - 1; i > 0; i--) {
    const j = alea.entier(i + 1)
    const garde = candidats[i] as number
    candidats[i] = candidats[j] as number
    candidats[j] = garde
  }
  return candidats.slice(0, combien)
}

/** Two-sided 95 %, then one-sided 99 %, of the normal law. */
const [Z_95, Z_99] = [1.96, 2.33]
/** Nobody does wrong nine times in ten. */
const TAUX_MAXIMUM = 0.85

/**
 * The share from which a guichet with so many acts a year is seen to exceed a threshold, nearly always: what a score test
 * at 95 % asks for, and as much again for chance. `effectif` is the fewest acts that are judged.
 */
export const tauxVisible = (seuil: number, actes: number, effectif = 20): number => {
  const n = Math.max(effectif, 0.8 * actes)
  const limite = seuil + Z_95 * Math.sqrt((seuil * (1 - seuil)) / n) + 1 / n
  let taux = limite
  for (let tour = 0; tour < 30; tour++)
    taux = Math.min(TAUX_MAXIMUM, limite + Z_99 * Math.sqrt((taux * (1 - taux)) / n))
  return taux
}

/**
 * A share for a class: honest guichets are well below the threshold, bad ones well above, and the more so as they act
 * less, for a fault that no year would show is not what this département is made to teach.
 */
export const tirerTaux = (classe: Classe, seuil: number, actes: number, alea: Alea, effectif?: number): number => {
  const u = alea.nombre()
  if (classe === 'honnete') return seuil * (0.05 + 0.42 * u * u)
  if (classe === 'moyen') return seuil * (1.1 + 0.3 * u)
  return Math.max(seuil * (seuil >= 0.15 ? 2 + u : 2.4 + 2 * u), tauxVisible(seuil, actes, effectif))
}
