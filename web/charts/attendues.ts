import type { Markish } from '@observablehq/plot'
import { formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { type Attendues, type DonneesAttendues, type MoisAttendu, preparerAttendues } from './attendues-donnees.ts'
import { axeMois, axeY, grilleY, ligneZero } from './axes.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, HALO, type Plot } from './dessin.ts'
import { hachurer, remplissage } from './hachures.ts'

/** Share under which its label does not fit its bar. */
const PART_LISIBLE = 0.12

const barres = (Plot: Plot, { lignes, estimees }: DonneesAttendues, motif: string): Markish[] => [
  Plot.barY(lignes, { x: 'i', y1: 0, y2: 'enregistrees', fill: 'var(--c-fill)' }),
  Plot.barY(estimees, {
    x: 'i',
    y1: 'enregistrees',
    y2: 'estimees',
    stroke: 'var(--c-fill)',
    strokeWidth: 1,
    fill: remplissage(motif),
  }),
]

const intervalles = (Plot: Plot, { estimees, etroit }: DonneesAttendues): Markish[] => {
  const trait = { stroke: 'var(--c-ink)', strokeWidth: 1.5 }
  const bornes = estimees.flatMap(({ i, ic_bas, ic_haut }) => [
    { i, v: ic_bas },
    { i, v: ic_haut },
  ])
  return [
    Plot.ruleX(estimees, { x: 'i', y1: 'ic_bas', y2: 'ic_haut', ...trait }),
    Plot.tickY(bornes, { x: 'i', y: 'v', inset: etroit ? 9 : 11, ...trait }),
  ]
}

/** What is expected, above its interval; where there is room, the share already recorded, in its bar. */
const nombres = (Plot: Plot, { estimees, muettes, max, etroit }: DonneesAttendues): Markish[] => {
  const commun = { x: 'i', dy: -6, lineAnchor: 'bottom', lineHeight: 1.1, fontWeight: 600, ...ENCRE, ...HALO } as const
  const attendus = [
    Plot.text(estimees, { ...commun, y: 'ic_haut', text: (m: MoisAttendu) => formatNombre(m.estimees) }),
    Plot.text(muettes, {
      ...commun,
      y: (m: MoisAttendu) => m.enregistrees ?? 0,
      text: (m: MoisAttendu) => (m.secret ? 's' : m.enregistrees === null ? 'inconnu' : 'non\nestimé'),
    }),
  ]
  if (etroit) return attendus
  const part = Plot.text(
    estimees.filter((m) => (m.enregistrees ?? 0) > PART_LISIBLE * max),
    {
      x: 'i',
      y: 0,
      dy: -8,
      lineAnchor: 'bottom',
      fontWeight: 600,
      fill: 'var(--c-on-fill)',
      text: (m: MoisAttendu) => formatPart(m.part_enregistree, 0),
    },
  )
  return [...attendus, part]
}

/** The line after which months are provisional. */
const frontiere = (Plot: Plot, { premier, largeur, lignes, top }: DonneesAttendues): Markish[] =>
  premier === undefined
    ? []
    : [
        Plot.ruleX([premier.i], {
          dx: -Math.round(largeur / lignes.length / 2) + 2,
          y1: 0,
          y2: top,
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

/** Recorded (full) and still expected (hatched), with the interval; months that cannot be estimated say so. */
export const drawAttendues = (atelier: Atelier, { mois, alt, largeur, id }: Attendues): Dessin =>
  drawBoth(largeur, (cadre) => {
    const { Plot } = atelier
    const motif = `${id}-${cadre.etroit ? 'etroit' : 'large'}`
    const donnees = preparerAttendues(mois, cadre)
    const { lignes, ticks, top } = donnees
    const svg = drawPlot(atelier, alt, {
      width: cadre.largeur,
      height: cadre.etroit ? 300 : 340,
      marginLeft: 48,
      marginRight: 8,
      marginTop: 34,
      marginBottom: 38,
      x: { type: 'band', domain: lignes.map(({ i }) => i), paddingInner: 0.26, paddingOuter: 0.08 },
      y: { domain: [0, top] },
      marks: [
        grilleY(Plot, ticks.slice(1)),
        axeY(Plot, ticks, (v) => formatNombre(v)),
        ...barres(Plot, donnees, motif),
        ...intervalles(Plot, donnees),
        ...nombres(Plot, donnees),
        axeMois(
          Plot,
          lignes.map((m) => m.mois),
          1,
          true,
        ),
        ligneZero(Plot),
        ...frontiere(Plot, donnees),
      ],
    })
    return hachurer(svg, motif, 'var(--c-fill)')
  })
