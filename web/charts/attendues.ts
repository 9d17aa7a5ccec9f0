import { formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import type { LigneAttributions } from '../../metrics/attributions/lire.ts'
import { axeMois, axeY, grilleY, ligneZero } from './axes.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, HALO } from './dessin.ts'
import { hachurer, remplissage } from './hachures.ts'

/** A month of signature: what is recorded, what is expected, within what. */
export type MoisAttendu = Pick<
  LigneAttributions,
  'mois' | 'enregistrees' | 'part_enregistree' | 'estimees' | 'ic_bas' | 'ic_haut' | 'provisoire'
>

export interface Attendues {
  readonly mois: readonly MoisAttendu[]
  readonly alt: string
  readonly largeur: number
  /** Of the pattern, once in the page. */
  readonly id: string
}

const MOIS_ETROITS = 7
/** Share under which its label does not fit its bar. */
const PART_LISIBLE = 0.12

const graduations = (max: number): number[] => {
  const dizaine = 10 ** Math.floor(Math.log10(Math.max(1, max)))
  const pas = Math.max(1, [0.2, 0.5, 1, 2].map((k) => k * dizaine).find((p) => max / p <= 6) ?? dizaine)
  return Array.from({ length: Math.floor(max / pas) + 1 }, (_, i) => i * pas)
}

/** Recorded (full) and still expected (hatched), with the interval; months under a quarter recorded show the interval alone. */
export const drawAttendues = (atelier: Atelier, { mois, alt, largeur, id }: Attendues): Dessin =>
  drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const motif = `${id}-${etroit ? 'etroit' : 'large'}`
    const montres = etroit ? mois.slice(-MOIS_ETROITS) : mois
    const lignes = montres.map((m, i) => ({ ...m, i }))
    const provisoires = lignes.filter((m) => m.provisoire && m.ic_haut !== null)
    const estimees = provisoires.filter((m) => m.estimees !== null)
    const premier = lignes.find(({ provisoire }) => provisoire)
    const max = Math.max(1, ...lignes.map((m) => Math.max(m.enregistrees, m.ic_haut ?? 0)))
    const ticks = graduations(max)
    const bornes = provisoires.flatMap(({ i, ic_bas, ic_haut }) => [
      { i, v: ic_bas },
      { i, v: ic_haut },
    ])
    const trait = { stroke: 'var(--c-ink)', strokeWidth: 1.5 }
    const svg = drawPlot(atelier, alt, {
      width: largeur,
      height: etroit ? 300 : 340,
      marginLeft: 48,
      marginRight: 8,
      marginTop: 34,
      marginBottom: 38,
      x: { type: 'band', domain: lignes.map(({ i }) => i), paddingInner: 0.26, paddingOuter: 0.08 },
      y: { domain: [0, max * 1.14] },
      marks: [
        grilleY(Plot, ticks.slice(1)),
        axeY(Plot, ticks, (v) => formatNombre(v)),
        Plot.barY(lignes, { x: 'i', y1: 0, y2: 'enregistrees', fill: 'var(--c-fill)' }),
        Plot.barY(estimees, {
          x: 'i',
          y1: 'enregistrees',
          y2: 'estimees',
          stroke: 'var(--c-fill)',
          strokeWidth: 1,
          fill: remplissage(motif),
        }),
        Plot.ruleX(provisoires, { x: 'i', y1: 'ic_bas', y2: 'ic_haut', ...trait }),
        Plot.tickY(bornes, { x: 'i', y: 'v', inset: etroit ? 9 : 11, ...trait }),
        Plot.text(provisoires, {
          x: 'i',
          y: 'ic_haut',
          dy: -6,
          lineAnchor: 'bottom',
          lineHeight: 1.1,
          fontWeight: 600,
          text: (m: MoisAttendu) => (m.estimees === null ? 'non\nestimé' : formatNombre(m.estimees)),
          ...ENCRE,
          ...HALO,
        }),
        ...(etroit
          ? []
          : [
              Plot.text(
                estimees.filter((m) => m.enregistrees > PART_LISIBLE * max),
                {
                  x: 'i',
                  y: 0,
                  dy: -8,
                  lineAnchor: 'bottom',
                  fontWeight: 600,
                  fill: 'var(--c-on-fill)',
                  text: (m: MoisAttendu) => formatPart(m.part_enregistree, 0),
                },
              ),
            ]),
        axeMois(
          Plot,
          montres.map((m) => m.mois),
          1,
          true,
        ),
        ligneZero(Plot),
        ...(premier
          ? [
              Plot.ruleX([premier.i], {
                dx: -Math.round(largeur / lignes.length / 2) + 2,
                y1: 0,
                y2: max * 1.14,
                stroke: 'var(--c-axis)',
                strokeDasharray: '2 3',
                insetTop: -28,
              }),
              Plot.text(['mois provisoires'], {
                text: (d: string) => d,
                frameAnchor: 'top-right',
                textAnchor: 'end',
                dy: -30,
                lineAnchor: 'top',
                fontWeight: 600,
                ...ENCRE,
              }),
            ]
          : []),
      ],
    })
    return hachurer(svg, motif, 'var(--c-fill)')
  })
