import { debutDuMois, finDuMois, joursDuMois, moisEntre, moisPlus, plusJours, texteDuJour } from '../jours.ts'
import type { Hasard } from './hasard.ts'

export interface Calendrier {
  /** The months that the series is about, in order. */
  readonly mois: readonly string[]
  /** The snapshots' dates, in order. */
  readonly dates: readonly string[]
}

/** The day before, the day, the day after. */
export const autourDe = (h: Hasard, jour: string): string => plusJours(jour, h.entier(-1, 1))

/** A day of the month, often on one of its edges, or just past one. */
export const jourPiege = (h: Hasard, mois: string): string => {
  if (h.chance(0.4)) return autourDe(h, h.choisir([debutDuMois(mois), finDuMois(mois)]))
  const [annee, m] = [Number(mois.slice(0, 4)), Number(mois.slice(5, 7))]
  return texteDuJour(annee, m, h.entier(1, joursDuMois(annee, m)))
}

/** The snapshots of one month's end: on time, late, too early or too late to be S, two of them, or none. */
const photosDuMois = (h: Hasard, mois: string): string[] => {
  const fin = finDuMois(mois)
  const ecarts = h.choisir<number[]>([
    [0],
    [0],
    [0],
    [h.choisir([1, 1, 2, 9, 10])],
    [h.choisir([1, 3, 5])],
    [],
    [h.choisir([-10, -1, 11])],
    h.choisir([
      [-3, 3],
      [-2, 1],
      [-1, 5],
      [-10, 10],
    ]),
    h.choisir([
      [0, 4],
      [2, 7],
      [1, 10],
    ]),
  ])
  return ecarts.map((n) => plusJours(fin, n))
}

/** Months ending between 2022 and 2025, so that no snapshot is in the future; the last month always has its S. */
export const tracerCalendrier = (h: Hasard, nombreDeMois: number): Calendrier => {
  const dernier = moisPlus('2022-01', h.entier(0, 46))
  const mois = moisEntre(moisPlus(dernier, 1 - nombreDeMois), dernier)
  const trous = h.choisir([0, 0, 0.7])
  const dates = mois.slice(0, -1).flatMap((m) => (h.chance(trous) ? [] : photosDuMois(h, m)))
  const premiere = plusJours(finDuMois(mois[0] ?? dernier), h.choisir([0, 0, 1, 4]))
  const derniere = plusJours(finDuMois(dernier), h.choisir([0, 0, 2, 10]))
  return { mois, dates: [...new Set([premiere, ...dates, derniere])].sort() }
}
