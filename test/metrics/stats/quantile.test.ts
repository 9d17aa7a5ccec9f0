import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distributionOf } from '../../../metrics/stats/distribution.ts'
import { quantile, quantileOf } from '../../../metrics/stats/quantile.ts'
import { jours } from './arbitraires.ts'

const fraction = fc.integer({ min: 0, max: 1000 }).map((i) => i / 1000)
const liste = fc.array(jours, { minLength: 1, maxLength: 60 })

describe('Quantile par interpolation linéaire', () => {
  it.each([
    [[3], 0.5, 3],
    [[3], 0.9, 3],
    [[1, 2], 0.5, 1.5],
    [[10, 0], 0.9, 9],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[5, 1, 3], 0.5, 3],
    [[0, 0, 0, 100], 0.9, 70],
    [[1, 2, 3], 0, 1],
    [[1, 2, 3], 1, 3],
  ])('%j à %d vaut %d', (valeurs, q, attendu) => {
    expect(quantile(valeurs, q)).toBeCloseTo(attendu, 12)
  })

  it('Sans valeur il n’y a pas de quantile', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(quantileOf([{ valeur: 4, n: 0 }], 0.5)).toBeNull()
  })

  it('Les effectifs de deux mois donnent le quantile de leurs valeurs réunies', () => {
    fc.assert(
      fc.property(liste, liste, fraction, (mai, juin, q) => {
        expect(quantileOf([...distributionOf(juin), ...distributionOf(mai)], q)).toBe(quantile([...mai, ...juin], q))
      }),
    )
  })

  it('Le moteur SQL donne les mêmes par quantile_cont', async () => {
    const base = await DuckDBInstance.create(':memory:')
    const connexion = await base.connect()
    for (const valeurs of fc.sample(liste, { numRuns: 30, seed: 1 }))
      for (const q of [0, 0.1, 0.25, 0.5, 0.9, 1]) {
        const reponse = await connexion.runAndReadAll(
          `select quantile_cont(v, ${q})::double from (select unnest([${valeurs.join()}])::double as v)`,
        )
        expect(quantile(valeurs, q)).toBeCloseTo(Number(reponse.getRows()[0]?.[0]), 10)
      }
    connexion.closeSync()
  })

  it('Il croît avec q et reste entre la plus petite et la plus grande valeur', () => {
    fc.assert(
      fc.property(liste, fraction, fraction, (valeurs, q, r) => {
        const [bas, haut] = [quantile(valeurs, Math.min(q, r)), quantile(valeurs, Math.max(q, r))]
        if (bas === null || haut === null) throw new Error('pas de quantile')
        expect(bas).toBeLessThanOrEqual(haut + 1e-12)
        expect(bas).toBeGreaterThanOrEqual(Math.min(...valeurs))
        expect(haut).toBeLessThanOrEqual(Math.max(...valeurs))
      }),
    )
  })

  it('Il suit un décalage et un changement d’unité, et se renverse avec le signe', () => {
    fc.assert(
      fc.property(liste, fraction, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 24 }), (v, q, d, u) => {
        const attendu = (quantile(v, q) ?? Number.NaN) * u + d
        expect(
          quantile(
            v.map((x) => x * u + d),
            q,
          ),
        ).toBeCloseTo(attendu, 8)
        expect(
          quantile(
            v.map((x) => -x),
            1 - q,
          ),
        ).toBeCloseTo(-(quantile(v, q) ?? Number.NaN), 8)
      }),
    )
  })
})
