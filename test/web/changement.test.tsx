import { describe, expect, it } from 'vitest'
import { enMois } from '../../ingest/socle/jour.ts'
import { decomposer } from '../../metrics/changement/decomposer.ts'
import { SANS_ENTITE } from '../../metrics/changement/parts.ts'
import type { LigneAffichee } from '../../web/affichee.ts'
import { Soldes } from '../../web/components/changement/soldes.tsx'
import { type Alertes, direAlertes, direContributions, marchesDe, nommerPar } from '../../web/modeles/changement.ts'
import { rendre, texteDe } from './rendre.tsx'

const passages = (n: number) => Array.from({ length: n }, () => ({ avant: null, apres: null as LigneAffichee | null }))

const alertes = (entrees: number, durent: number, sorties: number, aggravees: number): Alertes => ({
  entrees: passages(entrees),
  durent: passages(durent),
  sorties: passages(sorties),
  aggravees: passages(aggravees),
})

describe('ce qui a changé, en une phrase', () => {
  it.each([
    [
      alertes(6, 11, 2, 4),
      'Six alertes sont apparues, deux ont disparu. Parmi les onze qui durent, quatre se sont aggravées.',
    ],
    [alertes(1, 1, 0, 1), 'Une alerte est apparue, aucune n’a disparu. Une seule dure ; elle s’est aggravée.'],
    [alertes(2, 0, 3, 0), 'Deux alertes sont apparues, trois ont disparu.'],
    [
      alertes(0, 5, 0, 0),
      'Aucune alerte n’est apparue, aucune n’a disparu. Parmi les cinq qui durent, aucune ne s’est aggravée.',
    ],
  ])('compte les alertes (%#)', (changees, phrase) => {
    expect(direAlertes(changees)).toBe(phrase)
  })

  it('pose l’égalité : 13 + 6 − 2 = 17', async () => {
    const lu = texteDe(
      await rendre(<Soldes alertes={alertes(6, 11, 2, 4)} mois={[enMois('2026-09'), enMois('2026-10')]} />),
    ).replace(/\s+/g, ' ')
    expect(lu.trim()).toBe('13 alertes en septembre + 6 entrées − 2 sorties = 17 alertes en octobre')
  })
})

describe('d’où vient le changement', () => {
  // From 10/400 to 18/400: +2 points. A makes 4/400 of it, B 3/400, C 2/400, what has no guichet −1/400.
  const compte = (numerateur: number) => ({ numerateur, denominateur: 100 })
  const decomposition = decomposer([
    { entite: 'A', avant: compte(2), apres: compte(6) },
    { entite: 'B', avant: compte(3), apres: compte(6) },
    { entite: 'C', avant: compte(2), apres: compte(4) },
    { entite: SANS_ENTITE, avant: compte(3), apres: compte(2) },
  ])
  const nommer = nommerPar(new Map([['A', 'Mairie d’Allauch']]), true)

  it('se dit par les trois plus grandes contributions', () => {
    if (decomposition === null) throw new Error('rien à partager')
    expect(direContributions(decomposition, nommer)).toBe(
      'Les trois plus grandes contributions font +2,25\u00a0points sur +2,00\u00a0: Mairie d’Allauch (+1,00), B (+0,75) et C (+0,50).',
    )
  })

  it('se dessine d’un mois à l’autre, ce que nul guichet ne compte à part', () => {
    if (decomposition === null) throw new Error('rien à partager')
    const marches = marchesDe(decomposition, nommer, ['Septembre', 'Octobre'])
    expect(marches.map(({ nom }) => nom)).toEqual([
      'Septembre',
      'Mairie d’Allauch',
      'B',
      'C',
      'Sans guichet',
      'Octobre',
    ])
    const pas = marches.filter(({ total }) => !total).reduce((n, { valeur }) => n + valeur, 0)
    expect(pas).toBeCloseTo(0.02, 12)
  })
})
