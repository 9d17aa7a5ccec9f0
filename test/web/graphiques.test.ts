import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Statut } from '../../metrics/resultat.ts'
import { openAtelier } from '../../web/charts/atelier.ts'
import { drawAttendues } from '../../web/charts/attendues.ts'
import type { MoisAttendu } from '../../web/charts/attendues-donnees.ts'
import { drawBarresEtats } from '../../web/charts/barres-etats.ts'
import { drawCompletude } from '../../web/charts/completude.ts'
import { drawControle } from '../../web/charts/controle.ts'
import type { Atelier, Dessin } from '../../web/charts/dessin.ts'
import { drawEmpilement } from '../../web/charts/empilement.ts'
import { drawEntonnoir } from '../../web/charts/entonnoir.ts'
import { drawEssaim } from '../../web/charts/essaim.ts'
import { drawEstimationsPassees } from '../../web/charts/estimations-passees.ts'
import { drawIntervalles } from '../../web/charts/intervalles.ts'
import { drawPlaces } from '../../web/charts/places.ts'
import { drawRepartitionDelais } from '../../web/charts/repartition-delais.ts'
import { drawTendances } from '../../web/charts/tendances.ts'
import { drawTriangle } from '../../web/charts/triangle.ts'
import { moisFixture } from './fixtures.ts'
import { delais, NOM, points, tick } from './graphiques.ts'

const STATUTS: readonly (Statut | null)[] = ['ALERTE', 'SURVEILLANCE', 'NORMAL', 'NON_SIGNIFICATIF', null]

const entites = Array.from({ length: 40 }, (_, i) => ({
  nom: `${NOM} ${i}`,
  n: 5 + i * i,
  valeur: ((i * 7) % 13) / 100,
  statut: STATUTS[i % 5] ?? null,
  groupe: i % 2 === 0 ? 'Communes' : 'Bailleurs',
  petit: i < 5,
  nomme: i % 5 < 2,
  bas: 0.01,
  haut: 0.2,
  z: (i - 20) / 6,
  pairs: [-1, 0, 2],
}))

const attendus: MoisAttendu[] = moisFixture.slice(-12).map((mois, i) => ({
  mois,
  enregistrees: 100 - (i > 8 ? 25 * (i - 8) : 0),
  part_enregistree: i > 8 ? (12 - i) / 4 : 1,
  estimees: i === 11 ? null : 100,
  ic_bas: 90,
  ic_haut: 112,
  provisoire: i > 8,
}))

const sansRien = (m: MoisAttendu): MoisAttendu => ({
  ...m,
  enregistrees: 0,
  part_enregistree: null,
  estimees: null,
  ic_bas: null,
  ic_haut: null,
  provisoire: true,
})

const commun = { seuil: 0.05, tick, format: tick, nomSeuil: 'seuil', alt: `Lecture : ${NOM}`, largeur: 709 }

const dispersion = { p0: 0.04, phi: 1.3, tau2: 0.001 }

const dessins: Record<string, (a: Atelier) => Dessin> = {
  entonnoir: (a) => drawEntonnoir(a, { ...commun, points: entites, dispersion, axe: 'effectif' }),
  'entonnoir anonyme': (a) =>
    drawEntonnoir(a, {
      ...commun,
      points: entites.map((e, i) => ({ ...e, nomme: false, soi: i === 30 })),
      dispersion,
      axe: 'effectif',
      anonyme: true,
    }),
  essaim: (a) => drawEssaim(a, { ...commun, points: entites }),
  intervalles: (a) => drawIntervalles(a, { ...commun, lignes: entites.slice(0, 12) }),
  places: (a) => drawPlaces(a, entites.slice(0, 6), commun.alt, 709),
  tendances: (a) =>
    drawTendances(a, { ...commun, mois: moisFixture, series: [{ nom: NOM, valeurs: points.map((p) => p.valeur) }] }),
  contrôle: (a) => drawControle(a, { ...commun, points }),
  empilement: (a) =>
    drawEmpilement(
      a,
      moisFixture.slice(-13).map((mois, i) => ({ mois, alertes: i === 2 ? null : i, surveillances: 2 * i })),
      commun.alt,
      709,
    ),
  attendues: (a) => drawAttendues(a, { mois: attendus, alt: commun.alt, largeur: 604, id: 'essai' }),
  'attendues, mois sans rien': (a) =>
    drawAttendues(a, { mois: attendus.map(sansRien), alt: commun.alt, largeur: 604, id: 'essai' }),
  délais: (a) =>
    drawRepartitionDelais(a, {
      effectifs: delais,
      reference: { nom: NOM, effectifs: delais },
      mediane: 12,
      p90: 130,
      seuil: 15,
      alt: commun.alt,
      largeur: 604,
    }),
  triangle: (a) =>
    drawTriangle(a, {
      lignes: moisFixture.slice(-12).map((mois, i) => ({
        mois,
        cases: Array.from({ length: 12 }, (_, k) => (k > 11 - i ? null : k === 9 ? 0 : 2 ** (11 - k))),
      })),
      alt: commun.alt,
      largeur: 813,
      id: 'essai',
    }),
  complétude: (a) =>
    drawCompletude(
      a,
      [
        { nom: NOM, part: 0.8 },
        { nom: 'B', part: 1 },
      ],
      commun.alt,
      395,
    ),
  'estimations passées': (a) =>
    drawEstimationsPassees(
      a,
      attendus.map((m, i) => ({
        ...m,
        enregistrees: 90,
        estimees: 110,
        ic_bas: 100,
        ic_haut: 120,
        constatees: i === 3 ? 150 : 105,
      })),
      commun.alt,
      813,
    ),
  barres: (a) =>
    drawBarresEtats(
      a,
      [
        { nom: NOM, alertes: 2, surveillances: 3 },
        { nom: 'B', alertes: 0, surveillances: 1 },
      ],
      commun.alt,
      499,
    ),
}

describe.each(Object.entries(dessins))('%s', (_, draw) => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })
  afterEach(() => vi.restoreAllMocks())

  it('ne prévient de rien dans la console', () => {
    const prevenir = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    draw(atelier)
    expect(prevenir).not.toHaveBeenCalled()
  })

  it('donne deux fois le même dessin', () => {
    expect(draw(atelier)).toEqual(draw(atelier))
  })

  it('a un nom, et ni style ni nom caché à l’intérieur', () => {
    for (const svg of Object.values(draw(atelier))) {
      expect(svg).not.toMatch(/\sstyle=|<style/)
      expect(svg).toMatch(/^<svg[^>]* role="img" aria-label="Lecture : Mairie &lt;b onload=&quot;x&quot;&gt; &amp;/)
      expect(svg.slice(svg.indexOf('>'))).not.toContain('aria-')
    }
  })

  it('n’écrit aucun texte qui soit une balise', () => {
    for (const svg of Object.values(draw(atelier))) expect(svg).not.toContain('<b')
  })

  it('tient dans 330 pixels, et dit sa taille', () => {
    const { large, etroit } = draw(atelier)
    expect(etroit).toMatch(/ width="330" height="\d+" viewBox="0 0 330 \d+"/)
    expect(large).toMatch(/ width="\d+" height="\d+" viewBox/)
  })

  it('ne prend ses couleurs que dans les variables de la feuille de style', () => {
    for (const svg of Object.values(draw(atelier)))
      expect(svg.match(/(?:fill|stroke)="(?!var\(--|url\(#|none|currentColor)[^"]*"/g) ?? []).toEqual([])
  })
})
