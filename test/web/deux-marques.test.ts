import { describe, expect, it } from 'vitest'
import { enMois, moisPlus } from '../../ingest/socle/jour.ts'
import { serie } from '../../metrics/stats/serie.ts'
import { deuxMarques } from '../../web/modeles/deux-marques.ts'

const points = (valeurs: readonly number[]) =>
  serie(
    valeurs.map((valeur, i) => ({ mois: moisPlus(enMois('2025-01'), i), valeur, n: 100, en_cours: false })),
    'jours',
  )

/** Mean 10, mean moving range 1: limits at 10 ± 2,66. */
const ordinaire = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9, 10]

describe('les deux marques d’une carte de contrôle', () => {
  it.each([
    [null, null],
    [12.7, 'TENU'],
    [12.66, 'TENU'],
    [12.6, 'TANTOT'],
    [7.4, 'TANTOT'],
    [7.3, 'NON_TENU'],
  ])('limites de 7,34 à 12,66, seuil %s : %s', (seuil, assurance) => {
    expect(deuxMarques(points(ordinaire), seuil)).toEqual({ variation: 'ORDINAIRE', assurance })
  })

  it.each([
    [[...ordinaire, 30], 'DEGRADE'],
    [[...ordinaire, 0], 'AMELIORE'],
    [[...ordinaire, 30, 10], 'ORDINAIRE'],
    [[20, 21, 20, 19, 20, 21, 20, 12, 13, 14, 15, 16, 17, 18], 'DEGRADE'],
  ])('%j : %s', (valeurs, variation) => {
    expect(deuxMarques(points(valeurs), null)?.variation).toBe(variation)
  })

  it('sans limites, aucune', () => {
    expect(deuxMarques(points([5]), 5)).toBeNull()
    expect(deuxMarques([], 5)).toBeNull()
  })
})
