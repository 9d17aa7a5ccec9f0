import type { Cumuls } from '../stats/chain-ladder.ts'

/** Of the leases recorded by an age, how many were at that very age, and how many months tell so: a hazard backwards in time. */
export interface Compte {
  readonly nouvelles: number
  readonly connues: number
  /** Σ weight² × counts: what makes the weighted count's variance. */
  readonly carres: number
}

/** How old, in months, evidence is when it counts half. */
export type DemiVie = number

const cellule = (cumuls: Cumuls, i: number, j: number): number => cumuls[i]?.[j] ?? 0

/** Walks the months that had reached an age, with how many diagonals ago they did. */
export const parcourirAge = (
  cumuls: Cumuls,
  age: number,
  derniere: number,
  voir: (connues: number, nouvelles: number, recul: number) => void,
): void => {
  for (let i = 0; i + age <= derniere; i++) {
    const connues = cellule(cumuls, i, age)
    voir(connues, connues - (age === 0 ? 0 : cellule(cumuls, i, age - 1)), derniere - i - age)
  }
}

/** The weighted counts of an age, seen on the diagonals up to one of them (included). */
export const compterAge = (cumuls: Cumuls, age: number, derniere: number, demiVie: DemiVie, retenue = 0): Compte => {
  let nouvelles = 0
  let connues = 0
  let carres = 0
  parcourirAge(cumuls, age, derniere, (n, x, recul) => {
    const poids = 0.5 ** ((recul + retenue) / demiVie)
    nouvelles += poids * x
    connues += poids * n
    carres += poids ** 2 * n
  })
  return { nouvelles, connues, carres }
}

/** A cell of a recent diagonal beside what the diagonals before it announced. */
interface Annonce {
  readonly connues: number
  readonly nouvelles: number
  readonly part: number
  /** How many leases the announcement rests on. */
  readonly appui: number
}

/** Each cell of the last diagonals (ages from 1 on, up to `ageMax`), as the earlier ones announced it. */
export const annoncer = (cumuls: Cumuls, diagonales: number, demiVie: DemiVie, ageMax = Number.POSITIVE_INFINITY) => {
  const annonces: Annonce[] = []
  for (let t = Math.max(2, cumuls.length - diagonales); t < cumuls.length; t++)
    for (let age = 1; age < t && age <= ageMax; age++) {
      const avant = compterAge(cumuls, age, t - 1, demiVie, 1)
      const connues = cellule(cumuls, t - age, age)
      if (avant.connues > 0 && connues > 0)
        annonces.push({
          connues,
          nouvelles: connues - cellule(cumuls, t - age, age - 1),
          part: (avant.nouvelles + 0.5) / (avant.connues + 1),
          appui: avant.connues,
        })
    }
  return annonces
}
