import type { Markish } from '@observablehq/plot'
import { formatMoisCourt } from '../../ingest/socle/francais/format.ts'
import type { LigneSerie } from '../../metrics/stats/serie.ts'
import { axeMois, axeY, ligneZero, pasMois } from './axes.ts'
import { drawCibles } from './cibles.ts'
import { type Controle, type DonneesControle, preparerControle } from './controle-donnees.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, HALO, type Plot, TRAIT_SEUIL } from './dessin.ts'
import { encreDe, nomsADroite } from './noms.ts'
import type { Phase } from './phases.ts'

const tracees = (phases: readonly Phase[]): Phase[] => phases.filter(({ haute }) => haute !== null)

/** The band between the limits of each stretch, behind everything. */
const bandes = (Plot: Plot, { phases }: DonneesControle): Markish[] => [
  Plot.rect(tracees(phases), {
    x1: 'x1',
    x2: 'x2',
    y1: (p: Phase) => p.basse ?? 0,
    y2: 'haute',
    fill: 'var(--c-band)',
  }),
]

const regles = (Plot: Plot, { phases, seuilVisible }: DonneesControle): Markish[] => {
  const etendue = { x1: 'x1', x2: 'x2', stroke: 'var(--c-limit)' } as const
  return [
    Plot.ruleY(
      phases.filter(({ moyenne }) => moyenne !== null),
      { ...etendue, y: 'moyenne', strokeWidth: 1 },
    ),
    Plot.ruleY(tracees(phases), { ...etendue, y: 'haute', strokeDasharray: '2 3' }),
    Plot.ruleY(
      tracees(phases).filter(({ basse }) => (basse ?? 0) > 0),
      { ...etendue, y: 'basse', strokeDasharray: '2 3' },
    ),
    ...(seuilVisible === null ? [] : [Plot.ruleY([seuilVisible], TRAIT_SEUIL)]),
  ]
}

/** What was noted: a letter above its date, a line down from it; a bar where it lasted. */
const notesDatees = (Plot: Plot, { notes, top }: DonneesControle): Markish[] =>
  notes.length === 0
    ? []
    : [
        Plot.ruleX(notes, { x: 'debut', y1: 0, y2: top, stroke: 'var(--c-ink)' }),
        Plot.link(
          notes.filter(({ fin }) => fin !== null),
          { x1: 'debut', x2: 'fin', y1: top, y2: top, stroke: 'var(--c-ink)', strokeWidth: 2.5 },
        ),
        Plot.text(notes, {
          x: 'debut',
          y: top,
          dy: -5,
          lineAnchor: 'bottom',
          fontWeight: 600,
          text: 'lettre',
          ...ENCRE,
          ...HALO,
        }),
      ]

/** Without limits, what each month's value is sure of. */
const intervalles = (Plot: Plot, { presents, haute, top }: DonneesControle): Markish[] =>
  haute === null
    ? [
        Plot.ruleX(
          presents.filter(({ ic_bas, ic_haut }) => ic_bas != null && ic_haut != null),
          { x: 'i', y1: 'ic_bas', y2: (p) => Math.min(p.ic_haut ?? 0, top), stroke: 'var(--c-limit)' },
        ),
      ]
    : []

/** The values, by what they signal. */
const valeurs = (Plot: Plot, { lignes, presents }: DonneesControle): Markish[] => [
  Plot.line(lignes, { x: 'i', y: 'valeur', stroke: 'var(--c-line)', strokeWidth: 1.75 }),
  Plot.dot(
    presents.filter(({ signal }) => signal === null),
    { x: 'i', y: 'valeur', r: 3, fill: 'var(--c-line)', stroke: 'var(--c-halo)', strokeWidth: 1 },
  ),
  Plot.dot(
    presents.filter(({ signal }) => signal !== null && signal !== 'HORS_LIMITES'),
    { x: 'i', y: 'valeur', r: 4, fill: 'var(--paper)', stroke: 'var(--c-line)', strokeWidth: 2 },
  ),
  Plot.dot(
    presents.filter(({ signal }) => signal === 'HORS_LIMITES'),
    {
      x: 'i',
      y: 'valeur',
      r: 5,
      symbol: 'square',
      fill: 'var(--c-line)',
      stroke: 'var(--c-halo)',
      strokeWidth: 1.5,
    },
  ),
]

/** The first month outside, named where there is room. */
const nomDuPremier = (Plot: Plot, { presents, haute, etroit }: DonneesControle): Markish[] => {
  const dehors = (p: LigneSerie): boolean =>
    p.signal === 'HORS_LIMITES' && (p.valeur ?? 0) > (p.limite_haute ?? haute ?? 0)
  const premier = presents.find((p) => dehors(p) && p.i >= 8)
  if (etroit || !premier) return []
  return [
    Plot.text([premier], {
      x: 'i',
      y: 'valeur',
      text: () => `hors limites\nen ${formatMoisCourt(premier.mois)}`,
      dx: -10,
      dy: -6,
      textAnchor: 'end',
      lineAnchor: 'bottom',
      lineHeight: 1.2,
      ...ENCRE,
      ...HALO,
    }),
  ]
}

const nomsDesLignes = (Plot: Plot, { reperes, etroit, marges }: DonneesControle): Markish[] =>
  etroit
    ? []
    : nomsADroite(
        Plot,
        reperes.map(({ texte, fort, y }) => ({ texte, y, encre: encreDe(fort) })),
        marges.marginTop,
      )

/** A control chart: values, mean, limits, threshold. Square: outside; hollow circle: a run on one side or a trend. */
export const drawControle = (atelier: Atelier, controle: Controle): Dessin =>
  drawBoth(controle.largeur, (cadre) => {
    const { Plot } = atelier
    const donnees = preparerControle(controle, cadre)
    const { lignes, top, hauteur, largeur, marges } = donnees
    return drawPlot(atelier, controle.alt, {
      width: largeur,
      height: hauteur,
      ...marges,
      x: { domain: [0, Math.max(1, lignes.length - 1)] },
      y: { domain: [0, top] },
      marks: [
        ...bandes(Plot, donnees),
        axeY(Plot, 4, controle.tick),
        ...regles(Plot, donnees),
        ligneZero(Plot),
        axeMois(
          Plot,
          lignes.map(({ mois }) => mois),
          pasMois(lignes.length, largeur - marges.marginLeft - marges.marginRight),
        ),
        ...intervalles(Plot, donnees),
        ...valeurs(Plot, donnees),
        ...nomDuPremier(Plot, donnees),
        ...notesDatees(Plot, donnees),
        ...nomsDesLignes(Plot, donnees),
        ...drawCibles(Plot, donnees.presents, { x: 'i', y: 'valeur' }),
      ],
    })
  })
