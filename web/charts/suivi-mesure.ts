import type { Markish } from '@observablehq/plot'
import { formatGraduation, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import type { Statut } from '../../metrics/resultat.ts'
import type { LigneMesureVue } from '../mesure-vue.ts'
import { moisDeLigne, type Repere, rangDuJour } from '../modeles/mesures.ts'
import { axeMois, axeY, grilleY, hautDe, ligneZero, pasMois } from './axes.ts'
import {
  type Atelier,
  COULEURS,
  type Dessin,
  drawBoth,
  drawPlot,
  ENCRE,
  FORMES,
  HALO,
  INTERLIGNE,
  type Plot,
  TRAIT_SEUIL,
} from './dessin.ts'

interface Point {
  readonly i: number
  readonly valeur: number | null
  readonly bas: number | null
  readonly haut: number | null
  readonly statut: Statut | null
}

const pointsDe = (mois: ReturnType<typeof moisDeLigne>): Point[] =>
  mois.map(({ point }, i) => ({
    i,
    valeur: point?.valeur ?? null,
    bas: point?.ic_bas ?? null,
    haut: point?.ic_haut ?? null,
    statut: point?.statut ?? null,
  }))

/** Pale bars: what each value is sure of, in the colour of an alert where it is one. */
const intervalles = (Plot: Plot, points: readonly Point[], top: number): Markish[] =>
  ([true, false] as const).map((alerte) =>
    Plot.ruleX(
      points.filter((p) => p.bas !== null && p.haut !== null && (p.statut === 'ALERTE') === alerte),
      {
        x: 'i',
        y1: 'bas',
        y2: (p: Point) => Math.min(p.haut ?? 0, top),
        stroke: alerte ? 'var(--alerte-line)' : 'var(--c-grid)',
        strokeWidth: 5,
      },
    ),
  )

/** Whether a name has room left of an abscissa, in months. */
type EstPlacee = (x: number) => boolean

/** « preuve figée : 22,1 % » in pixels, and its distance to its mark. */
const PLACE_D_UN_NOM = 190

const SIGNALES = ['ALERTE', 'SURVEILLANCE'] as const

const valeurs = (Plot: Plot, points: readonly Point[]): Markish[] => {
  const presents = points.filter(({ valeur }) => valeur !== null)
  return [
    Plot.line(points, { x: 'i', y: 'valeur', stroke: 'var(--c-line)', strokeWidth: 1.75 }),
    Plot.dot(
      presents.filter(({ statut }) => !SIGNALES.some((signale) => signale === statut)),
      { x: 'i', y: 'valeur', r: 3, fill: 'var(--c-line)', stroke: 'var(--c-halo)' },
    ),
    ...SIGNALES.map((statut) =>
      Plot.dot(
        presents.filter((p) => p.statut === statut),
        { x: 'i', y: 'valeur', r: 5, symbol: FORMES[statut], fill: COULEURS[statut], stroke: 'var(--c-halo)' },
      ),
    ),
  ]
}

/** On which side of its mark a name is read: the left one, unless it would leave the drawing. */
const coteDe = (gauche: boolean, ecart: number) =>
  gauche ? ({ dx: -ecart, textAnchor: 'end' } as const) : ({ dx: ecart, textAnchor: 'start' } as const)

/** What was frozen, in a ring, named beside it; nothing where its month is not drawn. */
const preuveFigee = (Plot: Plot, ligne: LigneMesureVue, rang: number, estPlacee: EstPlacee): Markish[] => {
  const { valeur } = ligne.preuve
  if (valeur === null || rang < 0) return []
  const place = [{ i: rang, valeur }]
  return [
    Plot.dot(place, { x: 'i', y: 'valeur', r: 10, fill: 'none', stroke: 'var(--c-ink)', strokeWidth: 1.25 }),
    Plot.text(place, {
      x: 'i',
      y: 'valeur',
      ...coteDe(estPlacee(rang), 13),
      dy: -14,
      text: () => `preuve figée\u00a0: ${formatValeur(ligne.fiche.unite, valeur)}`,
      ...ENCRE,
      ...HALO,
    }),
  ]
}

interface RepereePlace extends Repere {
  readonly x: number
  readonly ligne: number
}

/** The steps above the curve, at their day: one line of text each, so that none covers another. */
const etapesDatees = (Plot: Plot, reperes: readonly RepereePlace[], top: number, estPlacee: EstPlacee): Markish[] =>
  reperes.flatMap((repere) => [
    Plot.ruleX([repere], { x: 'x', y1: 0, y2: top, stroke: 'var(--c-axis)', strokeDasharray: '2 3' }),
    Plot.text([repere], {
      x: 'x',
      y: top,
      ...coteDe(estPlacee(repere.x), 6),
      dy: -8 - repere.ligne * INTERLIGNE,
      text: 'nom',
      ...ENCRE,
      ...HALO,
    }),
  ])

export interface SuiviMesure {
  readonly ligne: LigneMesureVue
  readonly reperes: readonly Repere[]
  readonly alt: string
  readonly largeur: number
}

const HAUTEUR = 250

/** Months shown on a phone, the last; more where the evidence is older. */
const MOIS_ETROITS = 10

/** Thirteen months and what followed: values with their intervals and states, the evidence, the threshold, the dated steps. */
export const drawSuiviMesure = (atelier: Atelier, { ligne, reperes, alt, largeur }: SuiviMesure): Dessin =>
  drawBoth(largeur, (cadre) => {
    const { Plot } = atelier
    const tous = moisDeLigne(ligne)
    const premier = Math.min(
      tous.length - MOIS_ETROITS,
      tous.findIndex((m) => m.mois === ligne.preuve.mois),
    )
    const montres = cadre.etroit ? tous.slice(Math.max(0, premier)) : tous
    const mois = montres.map((m) => m.mois)
    const points = pointsDe(montres)
    const { seuil } = ligne.preuve
    const places = reperes
      .map((repere) => ({ ...repere, x: rangDuJour(mois, repere.jour) }))
      .filter(({ x }) => x >= 0)
      .map((repere, rang, eux) => ({ ...repere, ligne: eux.length - 1 - rang }))
    const hauts = points.flatMap(({ valeur, haut }) => [valeur ?? 0, haut ?? 0])
    const top = hautDe([...hauts, seuil ?? 0], seuil) * 1.05
    const fin = Math.max(1, mois.length - 1, ...places.map(({ x }) => x))
    const marges = { marginLeft: 52, marginRight: cadre.etroit ? 16 : 78, marginBottom: 40 }
    const estPlacee: EstPlacee = (x) =>
      marges.marginLeft + (x / fin) * (cadre.largeur - marges.marginLeft - marges.marginRight) > PLACE_D_UN_NOM
    return drawPlot(atelier, alt, {
      width: cadre.largeur,
      height: HAUTEUR + INTERLIGNE * places.length,
      ...marges,
      marginTop: 20 + INTERLIGNE * places.length,
      x: { domain: [0, fin] },
      y: { domain: [0, top] },
      marks: [
        grilleY(Plot, 4),
        axeY(Plot, 4, (v) => formatGraduation(ligne.fiche.unite, v)),
        ligneZero(Plot),
        axeMois(Plot, mois, pasMois(mois.length, cadre.largeur - marges.marginLeft - marges.marginRight)),
        ...intervalles(Plot, points, top),
        ...(seuil === null ? [] : [Plot.ruleY([seuil], TRAIT_SEUIL)]),
        ...etapesDatees(Plot, places, top, estPlacee),
        ...valeurs(Plot, points),
        ...preuveFigee(Plot, ligne, mois.indexOf(ligne.preuve.mois), estPlacee),
        ...(cadre.etroit || seuil === null
          ? []
          : [
              Plot.text([seuil], {
                y: (v: number) => v,
                frameAnchor: 'right',
                textAnchor: 'start',
                dx: 10,
                text: () => `seuil ${formatRepere(ligne.fiche.unite, seuil)}`,
                ...ENCRE,
                fontWeight: 600,
              }),
            ]),
      ],
    })
  })
