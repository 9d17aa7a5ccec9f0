import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Mesure } from '../../../metrics/engine/ligne.ts'
import { wilson } from '../../../metrics/stats/wilson.ts'
import { juger, NORMES, part, seul } from './etats.ts'

describe('ce qui n’est pas jugé', () => {
  it.each<[string, Partial<Mesure>, string]>([
    ['un portail', { categorie: 'PORTAIL' }, 'CATEGORIE_EXCLUE'],
    ['le gestionnaire', { categorie: 'GESTIONNAIRE' }, 'CATEGORIE_EXCLUE'],
    ['un guichet fermé la veille de la période', { date_fermeture: enJour('2026-09-30') }, 'GUICHET_FERME'],
    ['un indicateur non mesurable', { motif: 'S0_ABSENT' }, 'S0_ABSENT'],
  ])('%s est sans objet', (_, reste, motif) => {
    expect(seul(part('a', 90, 100, reste))).toMatchObject({ statut: 'SANS_OBJET', motif })
  })

  it('un guichet fermé le premier jour de la période est jugé', () => {
    expect(seul(part('a', 90, 100, { date_fermeture: enJour('2026-10-01') }))?.statut).toBe('ALERTE')
  })

  it('seul un guichet ferme : un service est jugé tant qu’il a un effectif', () => {
    const service = part('a', 90, 100, { niveau: 'SERVICE', date_fermeture: enJour('2026-09-30') })
    expect(seul(service)?.statut).toBe('ALERTE')
  })

  it('une catégorie ou le territoire n’ont pas d’état, mais un intervalle', () => {
    for (const niveau of ['CATEGORIE', 'TERRITOIRE'] as const)
      expect(seul(part('a', 90, 100, { niveau }))).toMatchObject({
        statut: null,
        atypique: null,
        reference: null,
        ic_bas: wilson(90, 100)?.bas,
      })
  })

  it('un guichet hors registre n’a pas de pairs, et se juge par son intervalle', () => {
    const pairs = Array.from({ length: 5 }, (_, i) => part(`p${i}`, 1, 100, { categorie: null }))
    expect(
      juger([...pairs, part('a', 40, 100, { categorie: null })], NORMES, enJour('2026-10-01')).at(-1),
    ).toMatchObject({
      reference: null,
      z_ajuste: null,
      statut: 'ALERTE',
    })
  })
})
