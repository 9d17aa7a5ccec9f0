import type { Statut } from '../../metrics/resultat.ts'
import { quantile } from '../../metrics/stats/quantile.ts'
import { hautDe } from './axes.ts'
import type { Parlant } from './cibles.ts'
import type { Cadre } from './dessin.ts'

export interface PointEssaim extends Parlant {
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

/** A category: where its band stands, its points each at their height, its median. */
export interface BandeEssaim {
  readonly groupe: string
  readonly bas: number
  readonly milieu: number
  readonly haut: number
  readonly v: number
  readonly lignes: readonly (PointEssaim & { readonly v: number; readonly y: number })[]
}

/** All that the marks of the bands are made from, in the frame they are drawn in. */
export interface DonneesEssaim extends Cadre {
  readonly marges: { readonly [cote in 'marginLeft' | 'marginRight' | 'marginTop' | 'marginBottom']: number }
  readonly max: number
  /** Height of all bands. */
  readonly hauteur: number
  readonly rayon: number
  readonly bandes: readonly BandeEssaim[]
}

const etendue = (places: readonly number[]): number => Math.max(...places) - Math.min(...places)

interface Groupe {
  readonly groupe: string
  readonly points: readonly PointEssaim[]
}

const grouper = (points: readonly PointEssaim[]): Groupe[] =>
  [...new Set(points.map(({ groupe }) => groupe))].map((groupe) => ({
    groupe,
    points: points.filter((p) => p.groupe === groupe),
  }))

const enBande = ({ groupe, points }: Groupe, pile: readonly number[], bas: number, max: number): BandeEssaim => {
  const hauteur = Math.max(HAUTEUR_MINIMUM, etendue(pile) + 3 * PAS)
  const milieu = bas + hauteur / 2 - (Math.max(...pile) + Math.min(...pile)) / 2
  const valeurs = points.map(({ valeur }) => valeur)
  return {
    groupe,
    bas,
    milieu: bas + hauteur / 2,
    haut: bas + hauteur,
    v: Math.min(max, quantile(valeurs, 0.5) ?? 0),
    lignes: points.map((p, i) => ({ ...p, v: Math.min(p.valeur, max), y: milieu + (pile[i] ?? 0) })),
  }
}

/** Piles the points of each category in a band of its own, as high as its pile. */
export const preparerEssaim = ({ points, seuil }: Essaim, { largeur, etroit }: Cadre): DonneesEssaim => {
  const marges = { marginLeft: etroit ? 104 : 146, marginRight: 14, marginTop: 26, marginBottom: 32 }
  const grands = points.filter(({ petit }) => !petit).map(({ valeur }) => valeur)
  const max = hautDe([...grands, seuil ?? 0], seuil) * 1.06
  const utile = largeur - marges.marginLeft - marges.marginRight
  const abscisse = ({ valeur }: PointEssaim): number => (Math.min(valeur, max) / max) * utile
  const groupes = grouper(points)
  const empiler = (pas: number): number[][] => groupes.map((g) => placer(g.points.map(abscisse), pas))
  const pas = Math.max(PAS_MINIMUM, Math.min(PAS, (PAS * PILE) / Math.max(1, ...empiler(PAS).map(etendue))))
  const piles = empiler(pas)
  const bandes: BandeEssaim[] = []
  for (const [i, groupe] of groupes.entries())
    bandes.push(enBande(groupe, piles[i] ?? [], bandes.at(-1)?.haut ?? 0, max))
  return { largeur, etroit, marges, max, hauteur: bandes.at(-1)?.haut ?? 0, rayon: (3.8 * pas) / PAS, bandes }
}
