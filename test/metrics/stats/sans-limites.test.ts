import { describe, expect, it } from 'vitest'
import { enMois, moisPlus } from '../../../ingest/socle/jour.ts'
import type { ValeurMensuelle } from '../../../metrics/stats/monthly-points.ts'
import { serie } from '../../../metrics/stats/serie.ts'

/** Months from January 2025 on; a null value is a missing month. */
const mensuel = (valeurs: readonly (number | null)[], n = 100): ValeurMensuelle[] =>
  valeurs.map((valeur, i) => ({ mois: moisPlus(enMois('2025-01'), i), valeur, n, en_cours: false }))

describe('Sans limites', () => {
  const limitesEtSignaux = (lignes: readonly ReturnType<typeof serie>[number][]) =>
    new Set(lignes.flatMap((l) => [l.limite_basse, l.limite_haute, l.signal]))

  it.each([
    ['plus de la moitié des étendues à 0', [0, 0, 0, 0, 0.5, 0, 0], true],
    ['la moitié juste', [0, 0, 0, 0.5, 0], false],
    ['sept mois égaux', [3, 3, 3, 3, 3, 3, 3], true],
    ['une étendue par-dessus un mois absent ne compte pas', [0, null, 0, 0, 1], false],
  ])('Évènements rares : %s', (_, valeurs, sans) => {
    for (const unite of ['part', 'jours', 'nombre'] as const) {
      const lignes = serie(mensuel(valeurs), unite)
      expect(limitesEtSignaux(lignes).size === 1).toBe(sans)
      expect(lignes.filter((l) => l.valeur !== null).every((l) => l.moyenne !== null)).toBe(true)
    }
  })

  it('De même sur la carte de Laney : des parts nulles de mêmes effectifs ne bougent pas', () => {
    const lignes = serie(mensuel([0, 0, 0, 0, 0.01, 0, 0, 0], 2000), 'part')
    expect(limitesEtSignaux(lignes)).toEqual(new Set([null]))
    expect(lignes[0]?.moyenne).toBeCloseTo(0.01 / 8, 12)
  })

  it('Un stock qui dérive n’a ni limite ni signal, sa moyenne reste', () => {
    const derive = Array.from({ length: 12 }, (_, i) => 0.02 + 0.001 * i)
    expect(new Set(serie(mensuel(derive), 'part').map((l) => l.signal))).not.toEqual(new Set([null]))
    const lignes = serie(mensuel(derive), 'part', 'stock')
    expect(limitesEtSignaux(lignes)).toEqual(new Set([null]))
    expect(lignes[0]?.moyenne).toBeCloseTo(0.0255, 12)
  })
})
