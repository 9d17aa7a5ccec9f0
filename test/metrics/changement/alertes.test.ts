import { describe, expect, it } from 'vitest'
import { enMois } from '../../../ingest/socle/jour.ts'
import { comparerAlertes, moisCompare } from '../../../metrics/changement/alertes.ts'
import type { Statut } from '../../../metrics/resultat.ts'

const ligne = (entite: string, statut_affiche: Statut, valeur = 0.1, ic_haut = 0.2) => ({
  niveau: 'GUICHET' as const,
  entite,
  indicateur: 'forcages',
  statut_affiche,
  valeur,
  ic_haut,
})

describe('les alertes d’un mois sur l’autre', () => {
  const avant = [ligne('DURE', 'ALERTE'), ligne('SORT', 'ALERTE'), ligne('PART', 'ALERTE'), ligne('ENTRE', 'NORMAL')]
  const apres = [
    ligne('DURE', 'ALERTE'),
    ligne('SORT', 'SURVEILLANCE'),
    ligne('ENTRE', 'ALERTE'),
    ligne('NEUF', 'ALERTE'),
  ]
  const entites = (passages: readonly { avant: { entite: string } | null; apres: { entite: string } | null }[]) =>
    passages.map((p) => (p.apres ?? p.avant)?.entite)

  it('entrent, durent ou sortent, qu’un guichet paraisse ou disparaisse', () => {
    const { entrees, durent, sorties } = comparerAlertes(avant, apres)
    expect(entites(entrees)).toEqual(['ENTRE', 'NEUF'])
    expect(entites(durent)).toEqual(['DURE'])
    expect(entites(sorties)).toEqual(['SORT', 'PART'])
  })

  it.each([
    ['au-dessus de l’intervalle d’avant', 0.201, 1],
    ['à sa borne', 0.2, 0],
    ['dedans', 0.15, 0],
  ])('s’aggravent quand la valeur passe %s', (_, valeur, n) => {
    expect(comparerAlertes(avant, [ligne('DURE', 'ALERTE', valeur, 0.4)]).aggravees).toHaveLength(n)
  })

  it('ne s’aggravent pas d’un mois seul à douze mois : ce n’est pas la même valeur', () => {
    const surUnAn = { ...ligne('DURE', 'ALERTE', 0.9), surDouzeMois: true }
    expect(comparerAlertes(avant, [surUnAn]).aggravees).toHaveLength(0)
  })
})

describe('le mois auquel on compare', () => {
  const mois = ['2026-06', '2026-07', '2026-09', '2026-10'].map(enMois)
  it.each([
    ['2026-10', '2026-09'],
    ['2026-09', '2026-07'],
    ['2026-07', '2026-06'],
    ['2026-06', null],
  ])('%s : %s', (m, attendu) => {
    expect(moisCompare(enMois(m), mois)).toBe(attendu)
  })

  it('n’est pas de plus de trois mois avant', () => {
    expect(moisCompare(enMois('2026-12'), [enMois('2026-09')])).toBe('2026-09')
    expect(moisCompare(enMois('2027-01'), [enMois('2026-09')])).toBeNull()
  })
})
