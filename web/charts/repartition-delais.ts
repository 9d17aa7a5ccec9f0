import { formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { axeY, grilleY } from './axes.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, HALO, TEXTE, TRAIT_SEUIL } from './dessin.ts'

/** How many attributions were recorded so many days after the signature. */
export type Effectifs = readonly { readonly valeur: number; readonly n: number }[]

export interface RepartitionDelais {
  readonly effectifs: Effectifs
  /** What it is compared with, drawn in grey; null where there is nothing. */
  readonly reference: { readonly nom: string; readonly effectifs: Effectifs } | null
  readonly mediane: number
  readonly p90: number
  readonly seuil: number
  readonly alt: string
  readonly largeur: number
}

const JOURS = 120
const TICKS = [0, 7, 15, 30, 60, 90, 120]

/** The share recorded within each number of days, from 0 to `jours`. */
export const cumuler = (effectifs: Effectifs, jours: number): { x: number; y: number }[] => {
  const total = effectifs.reduce((somme, { n }) => somme + n, 0)
  const parJour = new Map<number, number>()
  for (const { valeur, n } of effectifs) parJour.set(valeur, (parJour.get(valeur) ?? 0) + n)
  let vues = 0
  return Array.from({ length: jours + 1 }, (_, x) => {
    vues += parJour.get(x) ?? 0
    return { x, y: vues / Math.max(1, total) }
  })
}

/** Share of the attributions recorded within so many days: the empirical distribution of the lag. */
export const drawRepartitionDelais = (atelier: Atelier, o: RepartitionDelais): Dessin =>
  drawBoth(o.largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const courbe = cumuler(o.effectifs, JOURS)
    const reperes = [
      { x: o.mediane, y: 0.5, t: `médiane ${formatNombre(o.mediane, 1, 0)}\u00a0j` },
      { x: o.p90, y: 0.9, t: `9 sur 10 en ${formatNombre(o.p90, 1, 0)}\u00a0j` },
    ].filter(({ x }) => x <= JOURS)
    const marche = { x: 'x', y: 'y', curve: 'step-after' } as const
    return drawPlot(atelier, o.alt, {
      width: largeur,
      height: etroit ? 280 : 340,
      marginLeft: 52,
      marginRight: 16,
      marginTop: 18,
      marginBottom: 48,
      x: { domain: [0, JOURS] },
      y: { domain: [0, 1] },
      marks: [
        grilleY(Plot, [0.25, 0.5, 0.75, 1]),
        axeY(Plot, [0, 0.25, 0.5, 0.75, 1], (v) => formatPart(v, 0)),
        Plot.ruleY([0], { stroke: 'var(--c-axis)' }),
        Plot.axisX({
          ticks: etroit ? [0, 15, 30, 60, 90, 120] : TICKS,
          label: null,
          stroke: 'var(--c-axis)',
          ...TEXTE,
        }),
        Plot.ruleX([o.seuil], TRAIT_SEUIL),
        ...(o.reference
          ? [
              Plot.line(cumuler(o.reference.effectifs, JOURS), {
                ...marche,
                stroke: 'var(--c-axis)',
                strokeWidth: 1.75,
              }),
            ]
          : []),
        Plot.line(courbe, { ...marche, stroke: 'var(--c-line)', strokeWidth: 2.5 }),
        Plot.dot(reperes, { x: 'x', y: 'y', r: 5, fill: 'var(--paper)', stroke: 'var(--c-line)', strokeWidth: 2.25 }),
        Plot.text(reperes, {
          x: 'x',
          y: 'y',
          text: 't',
          dx: 12,
          dy: 14,
          textAnchor: 'start',
          fontWeight: 600,
          ...ENCRE,
          ...HALO,
        }),
        Plot.text([`seuil ${formatNombre(o.seuil)}\u00a0j`], {
          x: () => o.seuil,
          y: 0.02,
          text: (t: string) => t,
          dx: 8,
          textAnchor: 'start',
          lineAnchor: 'bottom',
          ...ENCRE,
          ...HALO,
        }),
        Plot.text(['jours entre la signature et la saisie'], {
          frameAnchor: 'bottom-right',
          text: (t: string) => t,
          dy: 44,
          textAnchor: 'end',
          lineAnchor: 'bottom',
          ...TEXTE,
        }),
      ],
    })
  })
