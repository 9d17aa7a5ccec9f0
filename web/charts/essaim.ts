import type { Statut } from '../../metrics/resultat.ts'
import { quantile } from '../../metrics/stats/quantile.ts'
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

export interface PointEssaim {
  readonly groupe: string
  readonly valeur: number
  readonly statut: Statut | null
  /** Too few to stretch the scale: drawn at its end. */
  readonly petit: boolean
}

export interface Essaim {
  readonly points: readonly PointEssaim[]
  readonly seuil: number | null
  readonly nomSeuil: string
  readonly tick: (v: number) => string
  readonly alt: string
  readonly largeur: number
}

const vide = (statut: Statut | null): boolean => statut === 'NON_SIGNIFICATIF'

/** A point's diameter and the gap to the next, in pixels: what a pile higher than `PILE` leaves, and no less than a point that shows. */
const [PAS, PAS_MINIMUM, PILE] = [8.6, 5, 200]
const HAUTEUR_MINIMUM = 44

interface Place {
  readonly x: number
  readonly y: number
}

/** Heights from a line, in pixels, at which points of these abscissas do not touch: each as near the line as it can. */
const placer = (abscisses: readonly number[], pas: number): number[] => {
  const places: Place[] = []
  for (const x of abscisses) {
    const voisins = places.filter((p) => Math.abs(p.x - x) < pas)
    const libre = (y: number): boolean => voisins.every((p) => (p.x - x) ** 2 + (p.y - y) ** 2 >= (pas - 0.01) ** 2)
    const essais = [0, ...voisins.flatMap((_, i) => [(i + 1) * pas, -(i + 1) * pas])]
    places.push({ x, y: essais.find(libre) ?? 0 })
  }
  return places.map(({ y }) => y)
}

/** One point a guichet, a band for each category, as high as its pile; the thick line is the median. */
export const drawEssaim = (atelier: Atelier, essaim: Essaim): Dessin =>
  drawBoth(essaim.largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const { points, seuil } = essaim
    const marges = { marginLeft: etroit ? 104 : 146, marginRight: 14, marginTop: 26, marginBottom: 32 }
    const max = Math.max(...points.filter(({ petit }) => !petit).map(({ valeur }) => valeur), seuil ?? 0, 1e-6) * 1.06
    const utile = largeur - marges.marginLeft - marges.marginRight
    const abscisse = (valeur: number): number => (Math.min(valeur, max) / max) * utile
    const groupes = [...new Set(points.map(({ groupe }) => groupe))]
    const empiler = (pas: number): number[][] =>
      groupes.map((groupe) =>
        placer(
          points.filter((p) => p.groupe === groupe).map(({ valeur }) => abscisse(valeur)),
          pas,
        ),
      )
    const etendue = (places: readonly number[]): number => Math.max(...places) - Math.min(...places)
    const pas = Math.max(PAS_MINIMUM, Math.min(PAS, (PAS * PILE) / Math.max(1, ...empiler(PAS).map(etendue))))
    const piles = empiler(pas)
    let bas = 0
    const bandes = groupes.map((groupe, g) => {
      const siens = points.filter((p) => p.groupe === groupe).map((p) => ({ ...p, v: Math.min(p.valeur, max) }))
      const places = piles[g] ?? []
      const hauteur = Math.max(HAUTEUR_MINIMUM, etendue(places) + 3 * PAS)
      const milieu = bas + hauteur / 2 - (Math.max(...places) + Math.min(...places)) / 2
      const bande = { groupe, bas, milieu: bas + hauteur / 2, haut: bas + hauteur }
      bas += hauteur
      const mediane =
        quantile(
          siens.map(({ valeur }) => valeur),
          0.5,
        ) ?? 0
      return {
        ...bande,
        v: Math.min(max, mediane),
        lignes: siens.map((p, i) => ({ ...p, y: milieu + (places[i] ?? 0) })),
      }
    })
    return drawPlot(atelier, essaim.alt, {
      width: largeur,
      height: bas + marges.marginTop + marges.marginBottom,
      ...marges,
      symbol: { domain: [...ECHELLE_FORMES.domain], range: [...ECHELLE_FORMES.range] },
      x: { domain: [0, max] },
      y: { axis: null, domain: [0, bas], reverse: true },
      marks: [
        Plot.ruleY(bandes.slice(1), { y: 'bas', stroke: 'var(--c-grid)' }),
        ...(seuil === null ? [] : [Plot.ruleX([seuil], TRAIT_SEUIL)]),
        Plot.text(bandes, {
          x: 0,
          y: 'milieu',
          textAnchor: 'end',
          dx: -12,
          lineHeight: 1.15,
          ...ENCRE,
          text: (b: (typeof bandes)[number]) =>
            `${etroit ? b.groupe.replace(' ', '\n') : b.groupe} (${b.lignes.length})`,
        }),
        Plot.dot(
          bandes.flatMap(({ lignes }) => lignes),
          {
            x: 'v',
            y: 'y',
            r: (3.8 * pas) / PAS,
            strokeWidth: 1.2,
            symbol: (d: PointEssaim) => d.statut ?? 'NEUTRE',
            fill: {
              value: (d: PointEssaim) => (vide(d.statut) ? 'var(--paper)' : couleurDe(d.statut)),
              scale: null,
            } as never,
            stroke: {
              value: (d: PointEssaim) => (vide(d.statut) ? couleurDe(d.statut) : 'var(--c-halo)'),
              scale: null,
            } as never,
          },
        ),
        Plot.ruleX(bandes, {
          x: 'v',
          y1: 'bas',
          y2: 'haut',
          stroke: 'var(--c-ink)',
          strokeWidth: 2,
          insetTop: 6,
          insetBottom: 6,
        }),
        Plot.axisX({
          anchor: 'bottom',
          ticks: etroit ? 3 : 5,
          tickFormat: essaim.tick,
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
                text: () => essaim.nomSeuil,
                dy: -18,
                fontWeight: 600,
                ...ENCRE,
              }),
            ]),
      ],
    })
  })
