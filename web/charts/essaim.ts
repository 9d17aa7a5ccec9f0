import type { Markish } from '@observablehq/plot'
import { drawCibles } from './cibles.ts'
import {
  type Atelier,
  couleurDe,
  type Dessin,
  drawBoth,
  drawPlot,
  ECHELLE_FORMES,
  ENCRE,
  type Plot,
  TEXTE,
  TRAIT_SEUIL,
} from './dessin.ts'
import {
  type BandeEssaim,
  type DonneesEssaim,
  type Essaim,
  type PointEssaim,
  preparerEssaim,
} from './essaim-donnees.ts'

/** Guichets under which a category's points are drawn without a median. */
export const ASSEZ_POUR_UNE_MEDIANE = 3

/** Hollow: too few to conclude from, whatever else is said of it. */
const vide = ({ statut, petit }: PointEssaim): boolean => petit || statut === 'NON_SIGNIFICATIF'

const nomsDesBandes = (Plot: Plot, { bandes, etroit }: DonneesEssaim): Markish =>
  Plot.text(bandes, {
    x: 0,
    y: 'milieu',
    textAnchor: 'end',
    dx: -12,
    lineHeight: 1.15,
    ...ENCRE,
    text: (b: BandeEssaim) => `${etroit ? b.groupe.replace(' ', '\n') : b.groupe} (${b.lignes.length})`,
  })

const points = (Plot: Plot, { bandes, rayon }: DonneesEssaim): Markish =>
  Plot.dot(
    bandes.flatMap(({ lignes }) => lignes),
    {
      x: 'v',
      y: 'y',
      r: rayon,
      strokeWidth: 1.2,
      symbol: (d: PointEssaim) => d.statut ?? 'NEUTRE',
      fill: {
        value: (d: PointEssaim) => (vide(d) ? 'var(--paper)' : couleurDe(d.statut)),
        scale: null,
      } as never,
      stroke: {
        value: (d: PointEssaim) => (vide(d) ? couleurDe(d.statut) : 'var(--c-halo)'),
        scale: null,
      } as never,
    },
  )

/** A median is of three guichets at least: that of two is a number nobody has. */
const medianes = (Plot: Plot, { bandes }: DonneesEssaim): Markish =>
  Plot.ruleX(
    bandes.filter(({ lignes }) => lignes.length >= ASSEZ_POUR_UNE_MEDIANE),
    {
      x: 'v',
      y1: 'bas',
      y2: 'haut',
      stroke: 'var(--c-ink)',
      strokeWidth: 2,
      insetTop: 6,
      insetBottom: 6,
    },
  )

const axe = (Plot: Plot, { etroit }: DonneesEssaim, tick: Essaim['tick']): Markish =>
  Plot.axisX({
    anchor: 'bottom',
    ticks: etroit ? 3 : 5,
    tickFormat: tick,
    tickSize: 4,
    label: null,
    stroke: 'var(--c-axis)',
    ...TEXTE,
  })

/** One point a guichet, a band for each category, as high as its pile; the thick line is the median. */
export const drawEssaim = (atelier: Atelier, essaim: Essaim): Dessin =>
  drawBoth(essaim.largeur, (cadre) => {
    const { Plot } = atelier
    const { seuil } = essaim
    const donnees = preparerEssaim(essaim, cadre)
    const { bandes, hauteur, marges, max } = donnees
    const nomSeuil = { frameAnchor: 'top', text: () => essaim.nomSeuil, dy: -18, fontWeight: 600, ...ENCRE } as const
    return drawPlot(atelier, essaim.alt, {
      width: cadre.largeur,
      height: hauteur + marges.marginTop + marges.marginBottom,
      ...marges,
      symbol: { domain: [...ECHELLE_FORMES.domain], range: [...ECHELLE_FORMES.range] },
      x: { domain: [0, max] },
      y: { axis: null, domain: [0, hauteur], reverse: true },
      marks: [
        Plot.ruleY(bandes.slice(1), { y: 'bas', stroke: 'var(--c-grid)' }),
        ...(seuil === null ? [] : [Plot.ruleX([seuil], TRAIT_SEUIL)]),
        nomsDesBandes(Plot, donnees),
        points(Plot, donnees),
        medianes(Plot, donnees),
        axe(Plot, donnees, essaim.tick),
        ...(seuil === null ? [] : [Plot.text([seuil], { x: (d: number) => d, ...nomSeuil })]),
        ...drawCibles(
          Plot,
          bandes.flatMap(({ lignes }) => lignes),
          { x: 'v', y: 'y' },
        ),
      ],
    })
  })
