import type { Statut } from '../../metrics/resultat.ts'
import { hautDe } from './axes.ts'
import { drawCibles, type Parlant } from './cibles.ts'
import {
  type Atelier,
  couleurDe,
  type Dessin,
  drawBoth,
  drawPlot,
  ECHELLE_FORMES,
  ENCRE,
  TEXTE,
  TRAIT_SEUIL,
} from './dessin.ts'
import { lineCount, wrapLabel } from './etiquettes.ts'

export interface LigneIntervalle extends Parlant {
  readonly nom: string
  readonly valeur: number
  readonly bas: number | null
  readonly haut: number | null
  readonly statut: Statut | null
}

export interface Intervalles {
  readonly lignes: readonly LigneIntervalle[]
  readonly seuil: number | null
  readonly nomSeuil: string
  readonly tick: (v: number) => string
  readonly alt: string
  readonly largeur: number
}

const vide = ({ statut }: LigneIntervalle): boolean => statut === 'NON_SIGNIFICATIF'

/** One line a guichet: its value in the shape of its state, and its 95 % interval. */
export const drawIntervalles = (atelier: Atelier, { lignes, seuil, ...o }: Intervalles): Dessin =>
  drawBoth(o.largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const max =
      hautDe(
        [seuil ?? 0, ...lignes.map(({ valeur, haut }) => Math.max(valeur, Math.min(haut ?? 0, valeur * 2)))],
        seuil,
      ) * 1.05
    const rangs = lignes.map((l, rang) => ({ ...l, rang, haut: l.haut === null ? null : Math.min(l.haut, max) }))
    const car = etroit ? 19 : 40
    const pas = Math.max(26, 15 * Math.max(1, ...lignes.map(({ nom }) => lineCount(wrapLabel(nom, car)))) + 6)
    const noms = (rang: number): string => wrapLabel(lignes[rang]?.nom ?? '', car)
    return drawPlot(atelier, o.alt, {
      width: largeur,
      height: lignes.length * pas + 62,
      marginTop: 26,
      marginBottom: 30,
      marginRight: 14,
      marginLeft: etroit ? 142 : 268,
      symbol: { domain: [...ECHELLE_FORMES.domain], range: [...ECHELLE_FORMES.range] },
      x: { domain: [0, max] },
      y: { type: 'band', domain: rangs.map(({ rang }) => rang), padding: 0.3 },
      marks: [
        Plot.gridX({ ticks: etroit ? 3 : 5, stroke: 'var(--c-grid)', strokeOpacity: 1 }),
        Plot.axisY({ tickFormat: noms, tickSize: 0, tickPadding: 10, label: null, lineHeight: 1.1, ...ENCRE }),
        ...(seuil === null ? [] : [Plot.ruleX([seuil], TRAIT_SEUIL)]),
        Plot.ruleY(
          rangs.filter(({ bas, haut }) => bas !== null && haut !== null),
          {
            y: 'rang',
            x1: 'bas',
            x2: 'haut',
            stroke: (d) => couleurDe(d.statut),
            strokeWidth: 2,
            strokeOpacity: 0.6,
          },
        ),
        Plot.dot(rangs, {
          y: 'rang',
          x: 'valeur',
          r: 4.6,
          strokeWidth: 1.2,
          symbol: (d: LigneIntervalle) => d.statut ?? 'NEUTRE',
          stroke: {
            value: (d: LigneIntervalle) => (vide(d) ? couleurDe(d.statut) : 'var(--c-halo)'),
            scale: null,
          } as never,
          fill: {
            value: (d: LigneIntervalle) => (vide(d) ? 'var(--paper)' : couleurDe(d.statut)),
            scale: null,
          } as never,
        }),
        Plot.axisX({
          ticks: etroit ? 3 : 5,
          tickFormat: o.tick,
          tickSize: 4,
          label: null,
          stroke: 'var(--c-axis)',
          ...TEXTE,
        }),
        ...(seuil === null
          ? []
          : [
              Plot.text([seuil], {
                x: (d: number) => d,
                frameAnchor: 'top',
                dy: -18,
                text: () => o.nomSeuil,
                fontWeight: 600,
                ...ENCRE,
              }),
            ]),
        ...drawCibles(Plot, rangs, { x: 'valeur', y: 'rang' }),
      ],
    })
  })
