import type { Mois } from '../../ingest/socle/jour.ts'
import { axeMois, axeY, grilleY, hautDe, ligneZero, pasMois } from './axes.ts'
import { type Cible, drawCibles } from './cibles.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, INTERLIGNE, TRAIT_SEUIL } from './dessin.ts'
import { lineCount, spread, wrapLabel } from './etiquettes.ts'
import { estIsolee } from './isoles.ts'

export interface Tendance {
  readonly nom: string
  readonly valeurs: readonly (number | null)[]
  /** What each month says, where it has a value. */
  readonly cibles?: readonly (Cible | undefined)[]
}

export interface Tendances {
  readonly mois: readonly Mois[]
  /** The first is the one the chart is about; three at most. */
  readonly series: readonly Tendance[]
  readonly seuil: number | null
  readonly format: (v: number) => string
  readonly tick: (v: number) => string
  readonly alt: string
  readonly largeur: number
}

/** Colour and dash of each series, in their order: never the colour alone. */
export const TRAITS_SERIES = [
  { stroke: 'var(--c-line)', strokeWidth: 2.5, strokeDasharray: 'none' },
  { stroke: 'var(--cat-2)', strokeWidth: 1.75, strokeDasharray: '6 3' },
  { stroke: 'var(--cat-3)', strokeWidth: 1.75, strokeDasharray: '2 3' },
] as const

/** Room for the names of the series, and what a line of one holds of it. */
const [MARGE, CARACTERES] = [158, 21]

const last = (valeurs: readonly (number | null)[]): { i: number; v: number } | null => {
  const i = valeurs.findLastIndex((v) => v !== null)
  const v = valeurs[i]
  return v === null || v === undefined ? null : { i, v }
}

/** Two or three series over the months, named at their right end. A missing month breaks the line. */
export const drawTendances = (atelier: Atelier, { mois, series, seuil, ...o }: Tendances): Dessin =>
  drawBoth(o.largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const max = hautDe(
      series.flatMap(({ valeurs }) => valeurs.filter((v) => v !== null)),
      seuil,
    )
    const visible = seuil !== null && seuil <= max * 2.5
    const top = Math.max(max, visible ? seuil : 0) * 1.12
    const hauteur = etroit ? 240 : 304
    const marges = { marginLeft: 48, marginRight: etroit ? 12 : MARGE, marginTop: 18, marginBottom: 38 }
    const Y = (v: number): number =>
      marges.marginTop + (1 - v / top) * (hauteur - marges.marginTop - marges.marginBottom)
    const noms = [
      ...series.flatMap(({ nom, valeurs }, k) => {
        const fin = last(valeurs)
        return fin ? [{ y: Y(fin.v), t: wrapLabel(`${nom} ${o.format(fin.v)}`, CARACTERES), fort: k === 0 }] : []
      }),
      ...(visible ? [{ y: Y(seuil), t: `seuil ${o.tick(seuil)}`, fort: true }] : []),
    ]
    const places = spread(
      noms.map(({ y }) => y),
      INTERLIGNE * Math.max(1, ...noms.map(({ t }) => lineCount(t))),
    )
    const points = (valeurs: readonly (number | null)[]) => valeurs.map((v, i) => ({ i, v }))
    return drawPlot(atelier, o.alt, {
      width: largeur,
      height: hauteur,
      ...marges,
      x: { domain: [0, Math.max(1, mois.length - 1)] },
      y: { domain: [0, top] },
      marks: [
        grilleY(Plot, 5),
        axeY(Plot, 5, o.tick),
        ligneZero(Plot),
        axeMois(Plot, mois, pasMois(mois.length, largeur - marges.marginLeft - marges.marginRight)),
        ...(visible ? [Plot.ruleY([seuil], TRAIT_SEUIL)] : []),
        ...series
          .map(({ valeurs }, k) =>
            Plot.line(points(valeurs), { x: 'i', y: 'v', ...(TRAITS_SERIES[k] ?? TRAITS_SERIES[2]) }),
          )
          .reverse(),
        ...series.flatMap(({ valeurs }, k) => {
          const fin = last(valeurs)
          const fill = (TRAITS_SERIES[k] ?? TRAITS_SERIES[2]).stroke
          const seules = points(valeurs).filter(({ i }) => i !== fin?.i && estIsolee(valeurs, i))
          return fin ? [Plot.dot([...seules, fin], { x: 'i', y: 'v', r: 3.5, fill, stroke: 'var(--c-halo)' })] : []
        }),
        ...(etroit
          ? []
          : noms.map(({ t, fort }, i) =>
              Plot.text([t], {
                text: (d: string) => d,
                frameAnchor: 'top-right',
                textAnchor: 'start',
                lineAnchor: 'middle',
                lineHeight: 1.15,
                dx: 10,
                dy: (places[i] ?? 0) - marges.marginTop,
                ...ENCRE,
                fontWeight: fort ? 600 : 400,
              }),
            )),
        ...drawCibles(
          Plot,
          series.flatMap(({ valeurs, cibles = [] }) =>
            valeurs.flatMap((v, i) => (v !== null && cibles[i] ? [{ i, v, cible: cibles[i] }] : [])),
          ),
          { x: 'i', y: 'v' },
        ),
      ],
    })
  })
