import { formatGraduation, formatRepere } from '../../ingest/socle/francais/format.ts'
import type { Unite } from '../../ingest/socle/unite.ts'
import type { Statut } from '../../metrics/resultat.ts'
import type { Surdispersion } from '../../metrics/stats/overdispersion.ts'
import type { Parlant } from './cibles.ts'
import type { Atelier, Dessin } from './dessin.ts'
import { drawEntonnoir } from './entonnoir.ts'
import { drawIntervalles } from './intervalles.ts'

/** An entity among its peers, and what its point says of it. */
export interface PointCompare extends Parlant {
  readonly nom: string
  /** Its denominator. */
  readonly n: number
  readonly valeur: number
  readonly bas: number | null
  readonly haut: number | null
  readonly statut: Statut | null
  /** Named in a funnel, where there is room. */
  readonly nomme: boolean
  /** The one that the page puts forward. */
  readonly soi: boolean
}

/** What a comparison is drawn from, besides its points and the frame it is drawn in. */
export interface Echelle {
  readonly unite: Unite
  /** What shares were judged among. */
  readonly dispersion: Surdispersion | null
  readonly seuil: number | null
  readonly alt: string
}

export interface Comparaison extends Echelle {
  /** The highest value first. */
  readonly points: readonly PointCompare[]
  readonly largeur: number
  readonly hauteur?: number
}

/** Lines of an interval plot: the longest; the table has them all. */
export const LIGNES = 25

/** Guichets of one category: a funnel for a share, intervals for a delay or a count. The browser draws it by this too. */
export const drawComparaison = (atelier: Atelier, { unite, dispersion, points, ...cadre }: Comparaison): Dessin =>
  unite === 'part'
    ? drawEntonnoir(atelier, {
        ...cadre,
        points,
        dispersion,
        axe: 'effectif',
        enRetrait: points.some(({ soi }) => soi),
      })
    : drawIntervalles(atelier, {
        ...cadre,
        lignes: points.slice(0, LIGNES),
        nomSeuil: `seuil ${formatRepere(unite, cadre.seuil)}`,
        tick: (v) => formatGraduation(unite, v),
      })
