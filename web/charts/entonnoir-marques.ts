import type { Markish } from '@observablehq/plot'
import { formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import type { Statut } from '../../metrics/resultat.ts'
import { axeY, ligneZero, ticksRacine } from './axes.ts'
import { COULEURS, ENCRE, FORMES, HALO, type Plot, TEXTE, TRAIT_SEUIL } from './dessin.ts'
import type { DonneesEntonnoir } from './entonnoir-donnees.ts'
import type { Limite } from './limites.ts'
import { encreDe, nomsADroite } from './noms.ts'

const graduationsPart = (top: number): number => (top < 0.04 ? 1 : 0)

/** The bands of the plain limits, behind everything. */
export const bandes = (Plot: Plot, { limites, top }: DonneesEntonnoir): Markish[] => {
  const cap = (v: number): number => Math.min(v, top)
  return [
    Plot.areaY(limites, { x: 'n', y1: (d) => cap(d.bas998), y2: (d) => cap(d.haut998), fill: 'var(--c-band)' }),
    Plot.areaY(limites, { x: 'n', y1: (d) => cap(d.bas95), y2: (d) => cap(d.haut95), fill: 'var(--c-grid)' }),
  ]
}

/** The limits, plain and as figures are judged: a line stops where it leaves the frame, or lies on its floor. */
export const traitsDesLimites = (Plot: Plot, { limites, top }: DonneesEntonnoir): Markish[] => {
  const tracer = (nom: keyof Limite, trait: object): Markish =>
    Plot.line(limites, {
      x: 'n',
      y: (d) => (d[nom] > top || (nom === 'basCorrige' && d[nom] === 0) ? Number.NaN : d[nom]),
      stroke: 'var(--c-limit)',
      ...trait,
    })
  return [
    tracer('haut998', { strokeWidth: 1.25 }),
    tracer('bas998', { strokeWidth: 1.25 }),
    tracer('haut95', { strokeDasharray: '2 3' }),
    tracer('bas95', { strokeDasharray: '2 3' }),
    tracer('hautCorrige', { strokeDasharray: '8 3 2 3' }),
    tracer('basCorrige', { strokeDasharray: '8 3 2 3' }),
  ]
}

export const axes = (Plot: Plot, { etroit, top, nMax, largeur, marges, axe }: DonneesEntonnoir) => ({
  vertical: axeY(Plot, etroit ? 4 : 6, (v) => formatPart(v, graduationsPart(top))),
  horizontal: [
    ligneZero(Plot),
    Plot.axisX({
      ticks: ticksRacine(nMax, largeur - marges.gauche - marges.droite),
      tickFormat: (v: number) => formatNombre(v),
      tickSize: 4,
      tickPadding: 5,
      label: null,
      stroke: 'var(--c-axis)',
      ...TEXTE,
    }),
    Plot.text([axe], {
      text: (d: string) => d,
      frameAnchor: 'bottom-right',
      dy: 44,
      textAnchor: 'end',
      lineAnchor: 'bottom',
      ...TEXTE,
    }),
  ],
})

/** The peers' share and the threshold. */
export const reglesHorizontales = (Plot: Plot, { dispersion, seuil }: DonneesEntonnoir): Markish[] => [
  ...(dispersion === null ? [] : [Plot.ruleY([dispersion.p0], { stroke: 'var(--c-ref)', strokeWidth: 1 })]),
  ...(seuil === null ? [] : [Plot.ruleY([seuil], TRAIT_SEUIL)]),
]

/** The points by state, the gravest on top. */
export const pointsParEtat = (Plot: Plot, { points, enRetrait }: DonneesEntonnoir): Markish[] => {
  const poser = (statut: Statut | null, r: number, traits: object): Markish =>
    Plot.dot(
      points.filter((p) => p.statut === statut && !p.soi),
      { x: 'n', y: 'v', r, ...(statut ? { symbol: FORMES[statut] } : {}), ...traits },
    )
  const plein = (couleur: string) => ({
    fill: enRetrait ? 'var(--c-muted)' : couleur,
    stroke: 'var(--c-halo)',
    strokeWidth: 1,
  })
  return [
    poser('NON_SIGNIFICATIF', 3.2, { stroke: 'var(--ns-glyph)', strokeWidth: 1.3, fill: 'var(--paper)' }),
    poser(null, 3.6, plein('var(--c-fill)')),
    poser('NORMAL', 3.6, plein(COULEURS.NORMAL)),
    poser('SURVEILLANCE', 5, plein(COULEURS.SURVEILLANCE)),
    poser('ALERTE', 5, plein(COULEURS.ALERTE)),
  ]
}

/** The guichet the page is about, circled. */
export const pointDeSoi = (Plot: Plot, { points }: DonneesEntonnoir): Markish[] =>
  points
    .filter(({ soi }) => soi)
    .flatMap((p) => [
      // The ring of the one put forward is its target's.
      ...(p.cible?.choisie && p.cible.href
        ? []
        : [Plot.dot([p], { x: 'n', y: 'v', r: 11, stroke: 'var(--c-ink)', strokeWidth: 1.25 })]),
      Plot.dot([p], {
        x: 'n',
        y: 'v',
        r: 5.4,
        symbol: p.statut ? FORMES[p.statut] : 'circle',
        fill: p.statut ? COULEURS[p.statut] : 'var(--c-fill)',
        stroke: 'var(--c-halo)',
        strokeWidth: 1,
      }),
    ])

/** Names, turned back from pixels to the scales they are drawn on. */
export const nomsDesPoints = (Plot: Plot, donnees: DonneesEntonnoir): Markish[] => {
  const { noms, largeur, hauteur, marges, nMax, top, anonyme } = donnees
  const [large, haut] = [largeur - marges.gauche - marges.droite, hauteur - marges.dessus - marges.dessous]
  const recul = (p: { dx: number; soi?: boolean }): number => p.dx + (p.soi ? Math.sign(p.dx) * 6 : 0)
  return (['start', 'middle', 'end'] as const).map((ancre) =>
    Plot.text(
      noms.filter((p) => p.ancre === ancre),
      {
        x: (p) => ((p.x + recul(p) - marges.gauche) / large) ** 2 * nMax,
        y: (p) => (1 - (p.y + p.dy - marges.dessus) / haut) * top,
        text: 'nom',
        textAnchor: ancre,
        ...ENCRE,
        ...HALO,
        ...(anonyme ? { fontWeight: 600 } : {}),
      },
    ),
  )
}

/** The names of the lines, at the right of the frame; under the drawing on a phone. */
export const nomsDesLignes = (Plot: Plot, { reperes, etroit, marges }: DonneesEntonnoir): Markish[] =>
  etroit
    ? []
    : nomsADroite(
        Plot,
        reperes.map(({ texte, fort, y }) => ({ texte, y, encre: encreDe(fort) })),
        marges.dessus,
        8,
      )
