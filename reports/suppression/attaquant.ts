/** From 1 to the threshold, included: a count of households that is hidden for itself. Zero is published. */
export const estPetit = (valeur: number, seuil: number): boolean => valeur >= 1 && valeur <= seuil

/** What someone knows beforehand of a hidden cell, beside all that is published: between which two numbers it lies. */
export interface Attaquant {
  readonly nom: string
  readonly bornes: (valeur: number, seuil: number) => readonly [min: number, max: number]
}

/** Knows that a count is not negative, and no more. */
export const NAIF: Attaquant = { nom: 'NAIF', bornes: () => [0, Number.POSITIVE_INFINITY] }

/** Has read the note under the table: zeros are published, so that what is hidden is 1 at least. */
export const LECTEUR: Attaquant = {
  nom: 'LECTEUR',
  bornes: (valeur) => [Math.min(1, valeur), Number.POSITIVE_INFINITY],
}

/**
 * Knows also which cells are hidden for themselves, though the mark does not tell: from another table, from the place, or
 * by running this program on what it supposes. Those lie between 1 and the threshold, the others above it.
 */
export const INITIE: Attaquant = {
  nom: 'INITIE',
  bornes: (valeur, seuil) =>
    valeur === 0
      ? [0, Number.POSITIVE_INFINITY]
      : estPetit(valeur, seuil)
        ? [1, seuil]
        : [seuil + 1, Number.POSITIVE_INFINITY],
}
