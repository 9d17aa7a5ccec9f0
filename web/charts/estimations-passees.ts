import { formatNombre } from '../../ingest/socle/francais/format.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import { axeMois, axeY, grilleY, ligneZero, pasMois } from './axes.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot } from './dessin.ts'

/** A month of signature as it was first estimated, and what came. */
export interface EstimationPassee {
  readonly mois: Mois
  readonly enregistrees: number
  readonly estimees: number
  readonly ic_bas: number
  readonly ic_haut: number
  readonly constatees: number
}

/** For each month, the interval that was given and what came: a full disc inside it, a square outside. */
export const drawEstimationsPassees = (
  atelier: Atelier,
  points: readonly EstimationPassee[],
  alt: string,
  largeur: number,
): Dessin =>
  drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const montres = (etroit ? points.slice(-9) : points).map((p, i) => ({
      ...p,
      i,
      dedans: p.constatees >= p.ic_bas && p.constatees <= p.ic_haut,
    }))
    const max = Math.max(1, ...montres.map((p) => Math.max(p.ic_haut, p.constatees)))
    const trait = { stroke: 'var(--c-ref)', strokeWidth: 1.5 }
    const largeurBarre = Math.max(2, (largeur - 60) / Math.max(1, montres.length) / 2 - 7)
    return drawPlot(atelier, alt, {
      width: largeur,
      height: etroit ? 260 : 300,
      marginLeft: 48,
      marginRight: 8,
      marginTop: 18,
      marginBottom: 38,
      x: { type: 'band', domain: montres.map(({ i }) => i), paddingInner: 0.3, paddingOuter: 0.1 },
      y: { domain: [0, max * 1.08] },
      symbol: { domain: ['dedans', 'dehors'], range: ['circle', 'square'] },
      marks: [
        grilleY(Plot, 5),
        axeY(Plot, 5, (v) => formatNombre(v)),
        Plot.barY(montres, { x: 'i', y1: 0, y2: 'enregistrees', fill: 'var(--seq-2)' }),
        Plot.ruleX(montres, { x: 'i', y1: 'ic_bas', y2: 'ic_haut', ...trait }),
        Plot.tickY(
          montres.flatMap(({ i, ic_bas, ic_haut }) => [
            { i, v: ic_bas },
            { i, v: ic_haut },
          ]),
          { x: 'i', y: 'v', inset: Math.min(10, largeurBarre), ...trait },
        ),
        Plot.dot(montres, {
          x: 'i',
          y: 'constatees',
          r: 4.5,
          fill: 'var(--c-line)',
          stroke: 'var(--c-halo)',
          symbol: ({ dedans }: { dedans: boolean }) => (dedans ? 'dedans' : 'dehors'),
        }),
        axeMois(
          Plot,
          montres.map(({ mois }) => mois),
          pasMois(montres.length, largeur - 60),
          true,
        ),
        ligneZero(Plot),
      ],
    })
  })
