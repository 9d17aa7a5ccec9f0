import { echelleDe } from './courbe.ts'

/** Heights that a month may have, from the lowest. */
const HAUTEURS = '0123456789abcdefghijklmnopqrstuvwxyz'

/**
 * A series as one sign a month, for the browser to draw when it is seen: its height between the two ends of the scale, or
 * `-` for a month without a value. Under three values, nothing.
 */
export const coderCourbe = (valeurs: readonly (number | null)[]): string => {
  const echelle = echelleDe(valeurs)
  if (echelle === null) return ''
  const { plancher, etendue } = echelle
  return valeurs
    .map((v) => (v === null ? '-' : HAUTEURS[Math.round(((v - plancher) / etendue) * (HAUTEURS.length - 1))]))
    .join('')
}
