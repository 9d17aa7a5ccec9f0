import { finMois, type Jour, type Mois, moisDe } from '../../ingest/socle/jour.ts'
import type { AnnotationVue } from '../annotations.ts'
import type { Note } from '../charts/phases.ts'

const A = 'A'.charCodeAt(0)
const ALPHABET = 26

/** A to Z, then A1 to Z1. */
export const lettreDe = (rang: number): string =>
  `${String.fromCharCode(A + (rang % ALPHABET))}${rang < ALPHABET ? '' : Math.floor(rang / ALPHABET)}`

/** Where a day stands among months drawn at their ranks: a month reaches half a rank to each side. */
const placeDe = (mois: readonly Mois[], jour: Jour): number | null => {
  const rang = mois.indexOf(moisDe(jour))
  if (rang < 0) return null
  const [numero, dernier] = [jour, finMois(moisDe(jour))].map((j) => Number(j.slice(8)))
  return rang - 0.5 + ((numero ?? 1) - 1) / (dernier ?? 31)
}

/** Those of an indicator, where they stand among its months; a change of limits stands where its month begins. */
export const poserAnnotations = (
  annotations: readonly AnnotationVue[],
  mois: readonly Mois[],
  indicateur: string,
): Note[] =>
  annotations
    .filter((a) => a.indicateur === null || a.indicateur === indicateur)
    .flatMap(({ lettre, texte, du, au, recalcule }) => {
      const place = placeDe(mois, du)
      if (place === null) return []
      const rang = mois.indexOf(moisDe(du))
      const fin = au === null ? null : (placeDe(mois, au) ?? mois.length - 1)
      const debut = Math.max(0, recalcule ? rang - 0.5 : place)
      return [{ lettre, texte, debut, fin, rupture: recalcule ? rang : null }]
    })

/** The months from which limits are computed again, for an indicator. */
export const rupturesDeLIndicateur = (
  annotations: readonly Pick<AnnotationVue, 'recalcule' | 'indicateur' | 'du'>[],
  indicateur: string,
): Mois[] =>
  annotations
    .filter((a) => a.recalcule && (a.indicateur === null || a.indicateur === indicateur))
    .map(({ du }) => moisDe(du))
