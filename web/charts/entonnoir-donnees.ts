import { formatPart, formatRepere } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Statut } from '../../metrics/resultat.ts'
import type { Surdispersion } from '../../metrics/stats/overdispersion.ts'
import type { Parlant } from './cibles.ts'
import { type Cadre, INTERLIGNE } from './dessin.ts'
import { type Place, placeNames, spread } from './etiquettes.ts'
import { type Limite, limitesEntonnoir } from './limites.ts'

export interface PointEntonnoir extends Parlant {
  readonly nom: string
  readonly n: number
  readonly valeur: number
  readonly statut: Statut | null
  /** Named in the drawing, where there is room. */
  readonly nomme: boolean
  /** The guichet the page is about: circled and named, its peers grey and anonymous. */
  readonly soi?: boolean
}

export interface Entonnoir {
  readonly points: readonly PointEntonnoir[]
  /** What the peers were judged by; without it, points have no limits around them. */
  readonly dispersion: Surdispersion | null
  readonly seuil: number | null
  readonly anonyme?: boolean
  /** The others step back, in grey but in their shape: one is put forward. */
  readonly enRetrait?: boolean
  /** What the horizontal axis counts. */
  readonly axe: string
  readonly alt: string
  readonly largeur: number
  readonly hauteur?: number
}

/** A point where it is drawn: one above the frame stands on its top. */
export interface PointPose extends PointEntonnoir {
  readonly v: number
  readonly x: number
  readonly y: number
}

/** A line named at the right of the frame. */
export interface Repere {
  readonly v: number
  readonly texte: string
  readonly fort: boolean
  /** Where its name stands, clear of the others. */
  readonly y: number
}

export interface Marges {
  readonly gauche: number
  readonly droite: number
  readonly dessus: number
  readonly dessous: number
}

/** All that the marks of a funnel are made from, in the frame it is drawn in. */
export interface DonneesEntonnoir extends Cadre, Pick<Entonnoir, 'dispersion' | 'seuil' | 'axe'> {
  readonly hauteur: number
  readonly marges: Marges
  readonly anonyme: boolean
  readonly enRetrait: boolean
  readonly nMax: number
  readonly top: number
  readonly limites: readonly Limite[]
  readonly points: readonly PointPose[]
  readonly noms: readonly (PointPose & Place)[]
  readonly reperes: readonly Repere[]
}

/** Under this denominator, a point high up says nothing: it does not stretch the scale, and is drawn at its top. */
const PETIT = 30

/** Top of the vertical scale, the same in both drawings. */
export const sommet = ({ points, dispersion, seuil }: Pick<Entonnoir, 'points' | 'dispersion' | 'seuil'>): number => {
  const hauts = points.filter(({ n, soi }) => n >= PETIT || soi).map(({ valeur }) => valeur)
  return Math.min(1, Math.max(0.005, (dispersion?.p0 ?? 0) * 2.2, (seuil ?? 0) * 1.5, ...hauts) * 1.12)
}

const reperesDe = (
  { dispersion, seuil }: Entonnoir,
  limites: readonly Limite[],
  top: number,
  Y: (v: number) => number,
): Repere[] => {
  const fin = limites.at(-1)
  const lignes: Omit<Repere, 'y'>[] = []
  const ajouter = (v: number, texte: string, fort = false) => lignes.push({ v, texte: fr(texte), fort })
  if (fin) {
    ajouter(fin.hautCorrige, '99,8 % corrigée')
    ajouter(fin.haut998, 'limite 99,8 %')
    ajouter(fin.haut95, 'limite 95 %')
  }
  if (dispersion) ajouter(dispersion.p0, `pairs ${formatPart(dispersion.p0)}`)
  if (seuil !== null) ajouter(seuil, `seuil ${formatRepere('part', seuil)}`, true)
  const visibles = lignes.filter(({ v }) => v <= top)
  const places = spread(
    visibles.map(({ v }) => Y(v)),
    INTERLIGNE,
  )
  return visibles.map((repere, i) => ({ ...repere, y: places[i] ?? 0 }))
}

const nommer = (points: readonly PointPose[], { largeur, etroit }: Cadre, hauteur: number, marges: Marges) =>
  placeNames(
    points
      .filter(({ nomme, soi }) => nomme || soi)
      .sort((a, b) => Number(b.soi ?? false) - Number(a.soi ?? false) || b.n * b.v - a.n * a.v),
    points,
    { x0: marges.gauche - 4, y0: 2, x1: etroit ? largeur - 2 : largeur - marges.droite, y1: hauteur - marges.dessous },
  )

/** Places the points, the limits and the names of a funnel in its frame. */
export const preparerEntonnoir = (entonnoir: Entonnoir, cadre: Cadre): DonneesEntonnoir => {
  const { dispersion, seuil, axe, anonyme = false, enRetrait = anonyme } = entonnoir
  const { largeur, etroit } = cadre
  const hauteur = etroit ? 340 : (entonnoir.hauteur ?? 440)
  const marges = { gauche: 46, droite: etroit ? 10 : 124, dessus: 16, dessous: 48 }
  const nMax = Math.max(10, ...entonnoir.points.map(({ n }) => n)) * 1.04
  const top = sommet(entonnoir)
  const X = (n: number): number => marges.gauche + Math.sqrt(n / nMax) * (largeur - marges.gauche - marges.droite)
  const Y = (v: number): number => marges.dessus + (1 - v / top) * (hauteur - marges.dessus - marges.dessous)
  const limites = dispersion ? limitesEntonnoir(dispersion, nMax) : []
  const points = entonnoir.points.map((p) => {
    const v = Math.min(p.valeur, top)
    return { ...p, v, x: X(p.n), y: Y(v) }
  })
  const noms = nommer(points, cadre, hauteur, marges)
  const reperes = reperesDe(entonnoir, limites, top, Y)
  return {
    largeur,
    etroit,
    hauteur,
    marges,
    dispersion,
    seuil,
    axe,
    anonyme,
    enRetrait,
    nMax,
    top,
    limites,
    points,
    noms,
    reperes,
  }
}
