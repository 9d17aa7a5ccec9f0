import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatGraduation } from '../../ingest/socle/francais/format.ts'
import { enMois } from '../../ingest/socle/jour.ts'
import type { Unite } from '../../ingest/socle/unite.ts'
import { openAtelier } from '../../web/charts/atelier.ts'
import { drawControle } from '../../web/charts/controle.ts'
import { controleMini } from '../../web/charts/controle-mini.ts'
import type { Atelier } from '../../web/charts/dessin.ts'
import { drawEssaim } from '../../web/charts/essaim.ts'
import { drawIntervalles } from '../../web/charts/intervalles.ts'
import { drawTendances } from '../../web/charts/tendances.ts'
import { moisFixture } from './fixtures.ts'

/** Labels of an axis: what the drawing writes that reads as a value, and as nothing else. */
const valeursEcrites = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, texte = '']) => texte)
    .filter((texte) => /^−?[\d,\u202f]+(?:\u00a0[%j])?$/.test(texte) && !/^20\d\d$/.test(texte))

const DERNIER = enMois('2026-10')

const suiteDe = (valeurs: readonly (number | null)[]) =>
  valeurs.map((valeur, i) => ({
    mois: moisFixture[i] ?? DERNIER,
    valeur,
    n: 100,
    moyenne: null,
    limite_basse: null,
    limite_haute: null,
    signal: null,
    provisoire: false,
    en_cours: false,
  }))

const MILLIEMES = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000)

/** Series of any size: from a ten-thousandth to ten million, gaps and zeros among them. */
const domaine = fc.record({
  unite: fc.constantFrom(...(['part', 'jours', 'nombre'] as const)),
  echelle: fc.integer({ min: -4, max: 7 }),
  parts: fc.array(fc.option(MILLIEMES, { nil: null }), {
    minLength: 3,
    maxLength: 25,
  }),
  seuil: fc.option(MILLIEMES, { nil: null }),
})

const mesurer = ({
  unite,
  echelle,
  parts,
  seuil,
}: {
  unite: Unite
  echelle: number
  parts: (number | null)[]
  seuil: number | null
}) => {
  const facteur = 10 ** (unite === 'part' ? Math.min(0, echelle) : echelle)
  return {
    valeurs: parts.map((v) => (v === null ? null : v * facteur)),
    seuil: seuil === null ? null : seuil * facteur,
    tick: (v: number) => formatGraduation(unite, v),
  }
}

let atelier: Atelier
beforeAll(async () => {
  atelier = await openAtelier()
})

describe('les graduations d’un axe', () => {
  it('d’une petite carte sont toutes différentes, quelles que soient les valeurs', () => {
    fc.assert(
      fc.property(domaine, (d) => {
        const { valeurs, seuil, tick } = mesurer(d)
        const ecrites = valeursEcrites(controleMini({ points: suiteDe(valeurs), seuil, tick, alt: '' }))
        expect(new Set(ecrites).size).toBe(ecrites.length)
        expect(ecrites.length).toBeGreaterThan(0)
      }),
      { numRuns: 400 },
    )
  })

  it('des autres dessins aussi', () => {
    fc.assert(
      fc.property(domaine, (d) => {
        const { valeurs, seuil, tick } = mesurer(d)
        const presentes = valeurs.map((v) => v ?? 0)
        const commun = { seuil, tick, format: () => 'ici', nomSeuil: 'seuil', alt: '', largeur: 604 }
        const dessins = [
          drawControle(atelier, { ...commun, points: suiteDe(valeurs) }),
          drawTendances(atelier, { ...commun, mois: moisFixture, series: [{ nom: 'ici', valeurs }] }),
          drawEssaim(atelier, {
            ...commun,
            points: presentes.map((valeur) => ({ groupe: 'tous', valeur, statut: null, petit: false })),
          }),
          drawIntervalles(atelier, {
            ...commun,
            lignes: presentes.map((valeur, i) => ({ nom: `g${i}`, valeur, bas: null, haut: null, statut: null })),
          }),
        ]
        for (const { large, etroit } of dessins)
          for (const ecrites of [valeursEcrites(large), valeursEcrites(etroit)])
            expect(new Set(ecrites).size, ecrites.join(' | ')).toBe(ecrites.length)
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    ['part', 0.0005, '0,05\u00a0%'],
    ['part', 0.05, '5\u00a0%'],
    ['part', 0.1 + 0.2, '30\u00a0%'],
    ['jours', 2.5, '2,5\u00a0j'],
    ['nombre', 2000, '2\u202f000'],
  ] as const)('%s %d s’écrit « %s »', (unite, valeur, ecrit) => {
    expect(formatGraduation(unite, valeur)).toBe(ecrit)
  })
})
