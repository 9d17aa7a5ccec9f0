import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enMois, moisPlus } from '../../../ingest/socle/jour.ts'
import type { Unite } from '../../../ingest/socle/unite.ts'
import { laney, laneyLimits } from '../../../metrics/stats/laney.ts'
import type { ValeurMensuelle } from '../../../metrics/stats/monthly-points.ts'
import { controlChart, serie } from '../../../metrics/stats/serie.ts'
import { xmr } from '../../../metrics/stats/xmr.ts'
import { mensuelles } from './arbitraires.ts'

/** Months from January 2025 on; a null value is a missing month. */
const mensuel = (valeurs: readonly (number | null)[], n: number | null = 100): ValeurMensuelle[] =>
  valeurs.map((valeur, i) => ({
    mois: moisPlus(enMois('2025-01'), i),
    valeur,
    n: valeur === null ? null : n,
    en_cours: false,
  }))

const enCours = (lignes: readonly ValeurMensuelle[]): ValeurMensuelle[] =>
  lignes.map((ligne, i) => ({ ...ligne, en_cours: i === lignes.length - 1 }))

const delais = [4, 6, 5, 7, 5, 6, 4, 5, 6, 5, 7, 6]

describe('Série mensuelle', () => {
  it('Sans mois il n’y a pas de ligne', () => {
    expect(serie([], 'part')).toEqual([])
  })

  it('Un mois seul a sa moyenne et pas de limites', () => {
    expect(serie(mensuel([0.2]), 'part')).toEqual([
      {
        mois: '2025-01',
        valeur: 0.2,
        n: 100,
        moyenne: 0.2,
        limite_basse: null,
        limite_haute: null,
        signal: null,
        provisoire: true,
        en_cours: false,
      },
    ])
  })

  it('Un délai a les limites XmR de ses mois', () => {
    const carte = xmr(delais)
    for (const ligne of serie(mensuel(delais), 'jours')) {
      expect(ligne.moyenne).toBe(5.5)
      expect(ligne.limite_haute).toBe(carte?.limites?.haut)
      expect(ligne.limite_basse).toBe(carte?.limites?.bas)
      expect(ligne.signal).toBeNull()
    }
  })

  it('Onze points sont des limites provisoires, douze ne le sont plus', () => {
    expect(serie(mensuel(delais.slice(1)), 'jours').every((l) => l.provisoire)).toBe(true)
    expect(serie(mensuel(delais), 'jours').some((l) => l.provisoire)).toBe(false)
    expect(serie(mensuel([...delais.slice(1), null, null]), 'jours').every((l) => l.provisoire)).toBe(true)
    expect(serie(enCours(mensuel(delais)), 'jours').every((l) => l.provisoire)).toBe(true)
  })

  it('Un mois manquant, présent sans valeur ou absent de la liste, est une ligne de nuls', () => {
    const lignes = mensuel([4, 6, null, 7, 5])
    const nulle = { valeur: null, n: null, moyenne: null, limite_basse: null, limite_haute: null, signal: null }
    expect(serie(lignes, 'jours')[2]).toMatchObject({ mois: '2025-03', ...nulle })
    expect(
      serie(
        lignes.filter((l) => l.mois !== '2025-03'),
        'jours',
      ),
    ).toEqual(serie(lignes, 'jours'))
  })

  it('Aucune étendue n’enjambe un mois manquant', () => {
    const [premiere] = serie(mensuel([4, 6, null, 70, 69]), 'jours')
    expect(premiere?.moyenne).toBe(37.25)
    expect(premiere?.limite_haute).toBeCloseTo(37.25 + 2.66 * 1.5, 10)
  })

  it('Les mois sortent dans l’ordre, d’où qu’ils viennent', () => {
    const lignes = mensuel(delais)
    expect(serie(lignes.toReversed(), 'jours')).toEqual(serie(lignes, 'jours'))
  })

  it('Le mois en cours ne fait pas les limites et ne signale rien, mais se lit contre celles des autres', () => {
    const lignes = serie(enCours(mensuel([...delais, 90])), 'jours')
    const [premiere] = serie(mensuel(delais), 'jours')
    expect(lignes.at(-1)).toEqual({ ...premiere, mois: '2026-01', valeur: 90, en_cours: true })
    expect(lignes[0]).toEqual(premiere)
  })

  it('Le mois en cours sans valeur est un mois manquant qui se dit en cours', () => {
    const lignes = serie(enCours(mensuel([...delais, null])), 'jours')
    expect(lignes.at(-1)).toMatchObject({ valeur: null, moyenne: null, limite_haute: null, en_cours: true })
  })

  it('Un mois en cours n’allonge pas une suite', () => {
    const valeurs = [9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 6, 6, 6, 6, 6, 6, 6]
    expect(serie(mensuel(valeurs), 'jours').at(-1)?.signal).toBe('SEPT_MEME_COTE')
    expect(serie(enCours(mensuel(valeurs)), 'jours').map((l) => l.signal)).toEqual(valeurs.map(() => null))
  })
})

describe('Limites selon l’unité', () => {
  const nombreux = [0.02, 0.9, 0.05, 0.95, 0.01, 0.99]

  it('Une part est coupée à 0 et à 1, un délai à 0 seulement, un nombre ne l’est pas', () => {
    const bornes = (unite: Unite) => {
      const [l] = serie(mensuel(nombreux), unite)
      return [l?.limite_basse, l?.limite_haute]
    }
    const limites = xmr(nombreux)?.limites
    expect(limites?.bas).toBeLessThan(0)
    expect(limites?.haut).toBeGreaterThan(1)
    expect(bornes('part')).toEqual([0, 1])
    expect(bornes('jours')).toEqual([0, limites?.haut])
    expect(bornes('nombre')).toEqual([limites?.bas, limites?.haut])
  })

  it('Couper une limite ne crée pas de signal : deux zéros sur trois restent ordinaires', () => {
    const valeurs = [0.03, 0.01, 0.03, 0, 0, 0.01, 0.03, 0.01, 0.03, 0.01, 0.03, 0.01]
    const lignes = serie(mensuel(valeurs), 'part')
    expect(lignes[0]?.limite_basse).toBe(0)
    expect(lignes.map((l) => l.signal)).toEqual(valeurs.map(() => null))
  })

  const parts = [0.02, 0.03, 0.025, 0.04, 0.01]
  const avecN = (ns: readonly number[]): ValeurMensuelle[] =>
    mensuel(parts).map((ligne, i) => ({ ...ligne, n: ns[i] ?? 0 }))

  it('Une part dont chaque n atteint 1000 suit Laney, avec les limites de chaque mois', () => {
    const ns = [1000, 2000, 4000, 1000, 8000]
    const carte = laney(parts.map((p, i) => ({ numerateur: p * (ns[i] ?? 0), denominateur: ns[i] ?? 0 })))
    if (carte === null) throw new Error('pas de carte')
    for (const [i, ligne] of serie(avecN(ns), 'part').entries()) {
      const limites = laneyLimits(carte, ns[i] ?? 0)
      expect(ligne.moyenne).toBeCloseTo((20 + 60 + 100 + 40 + 80) / 16_000, 12)
      expect(ligne.limite_haute).toBe(limites?.haut)
      expect(ligne.limite_basse).toBe(Math.max(0, limites?.bas ?? 0))
    }
  })

  it('Un seul mois à 999 ramène toute la série à XmR, sauf s’il est en cours', () => {
    const lignes = avecN([1000, 2000, 4000, 1000, 999])
    expect(serie(lignes, 'part')[0]?.moyenne).toBe(xmr(parts)?.moyenne)
    const moyenne = (20 + 60 + 100 + 40) / 8000
    expect(serie(enCours(lignes), 'part')[0]?.moyenne).toBeCloseTo(moyenne, 12)
  })

  it('Un délai ou un nombre suit XmR quel que soit n', () => {
    for (const unite of ['jours', 'nombre'] as const)
      expect(serie(avecN([1000, 2000, 4000, 1000, 8000]), unite)[0]?.moyenne).toBe(xmr(parts)?.moyenne)
  })

  it('Un nombre n’a pas de n', () => {
    expect(serie(mensuel([3, 4, 5], null), 'nombre').map((l) => l.n)).toEqual([null, null, null])
  })
})

describe('Carte de contrôle', () => {
  it('De deux sur trois, les trois points portent le signal et seuls les plus éloignés sont à marquer', () => {
    const valeurs = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 15.2, 13, 15.2, 9, 11, 9, 11, 9]
    const lignes = controlChart(mensuel(valeurs), 'jours').slice(12, 15)
    expect(lignes.map((l) => l.signal)).toEqual(['DEUX_SUR_TROIS', 'DEUX_SUR_TROIS', 'DEUX_SUR_TROIS'])
    expect(lignes.map((l) => l.proche)).toEqual([true, false, true])
  })

  it('Une ligne par mois, jamais rien d’indéfini, limites permises et signal seulement sur une valeur', () => {
    const unites = fc.constantFrom<Unite>('part', 'jours', 'nombre')
    fc.assert(
      fc.property(mensuelles(), unites, fc.integer({ min: 1, max: 3000 }), (valeurs, unite, n) => {
        const lignes = serie(
          mensuel(
            valeurs.map((v) => (v === null ? null : unite === 'part' ? v / 1000 : v)),
            n,
          ),
          unite,
        )
        expect(lignes).toHaveLength(valeurs.length)
        for (const l of lignes) {
          for (const x of [l.valeur, l.moyenne, l.limite_basse, l.limite_haute])
            expect(x === null || Number.isFinite(x)).toBe(true)
          if (l.valeur === null)
            expect([l.moyenne, l.limite_basse, l.limite_haute, l.signal]).toEqual([null, null, null, null])
          if (unite !== 'nombre') expect(l.limite_basse ?? 0).toBeGreaterThanOrEqual(0)
          if (unite === 'part') expect(l.limite_haute ?? 1).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
