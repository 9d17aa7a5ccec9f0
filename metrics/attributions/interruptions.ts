import { type Connue, effectifDe } from './saisie.ts'

/** A stretch of days without any record, both ends included. */
export interface Interruption {
  readonly debut: number
  readonly fin: number
}

/** Days, and records that would have been expected of them, from which nothing recorded is no chance. */
const JOURS_MINIMUM = 10
const ATTENDUES_MINIMUM = 12
/** Half as long a gap that comes back more than this many times is a way of working. */
const AUTRES_HABITUELLES = 1

/** The stretches without records that the pace of the others makes unlikely, up to a day (included). */
export const chercherInterruptions = (lignes: readonly Connue[], extraction: number): Interruption[] => {
  const jours = [...new Set(lignes.map(({ saisie }) => saisie))].sort((a, b) => a - b)
  const [premier] = jours
  if (premier === undefined) return []
  const vides = jours
    .map((jour, i) => ({ debut: jour + 1, fin: (jours[i + 1] ?? extraction + 1) - 1 }))
    .filter(({ debut, fin }) => fin >= debut)
  const longueur = ({ debut, fin }: Interruption) => fin - debut + 1
  const total = effectifDe(lignes)
  return vides.filter((vide) => {
    const jours = longueur(vide)
    const ouverts = extraction - premier + 1 - jours
    if (jours < JOURS_MINIMUM || ouverts <= 0 || (total / ouverts) * jours < ATTENDUES_MINIMUM) return false
    return vides.filter((autre) => autre !== vide && longueur(autre) >= jours / 2).length <= AUTRES_HABITUELLES
  })
}
