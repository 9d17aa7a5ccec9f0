import type { LigneSerie } from '../../metrics/stats/serie.ts'
import type { PointSerie } from '../historique.ts'
import { type Cadre, INTERLIGNE } from './dessin.ts'
import { spread } from './etiquettes.ts'

export interface Controle {
  readonly points: readonly PointSerie[]
  readonly seuil: number | null
  readonly format: (v: number) => string
  readonly tick: (v: number) => string
  readonly alt: string
  readonly largeur: number
}

interface Repere {
  readonly v: number
  readonly texte: string
  readonly fort: boolean
}

type LigneControle = PointSerie & { readonly i: number }

/** All that the marks of a control chart are made from, in the frame it is drawn in. */
export interface DonneesControle extends Cadre {
  readonly hauteur: number
  readonly marges: { readonly [cote in 'marginLeft' | 'marginRight' | 'marginTop' | 'marginBottom']: number }
  readonly top: number
  readonly lignes: readonly LigneControle[]
  /** Those with a value. */
  readonly presents: readonly LigneControle[]
  readonly moyenne: number | null
  readonly haute: number | null
  readonly basse: number | null
  /** The threshold, unless it stands too high above the values to be drawn with them. */
  readonly seuilVisible: number | null
  readonly reperes: readonly (Repere & { readonly y: number })[]
}

const some = (points: readonly LigneSerie[], champ: 'moyenne' | 'limite_haute' | 'limite_basse'): number | null =>
  points.findLast((p) => p[champ] !== null)?.[champ] ?? null

type Lignes = Pick<DonneesControle, 'moyenne' | 'haute' | 'basse' | 'seuilVisible'>

const reperesDe = ({ moyenne, haute, basse, seuilVisible }: Lignes, { format, tick }: Controle): Repere[] => {
  const reperes: Repere[] = []
  if (haute !== null) reperes.push({ v: haute, texte: `limite haute ${format(haute)}`, fort: false })
  if (moyenne !== null) reperes.push({ v: moyenne, texte: `moyenne ${format(moyenne)}`, fort: false })
  if (basse !== null && basse > 0) reperes.push({ v: basse, texte: `limite basse ${format(basse)}`, fort: false })
  if (seuilVisible !== null) reperes.push({ v: seuilVisible, texte: `seuil ${tick(seuilVisible)}`, fort: true })
  return reperes
}

/** Places the values, the limits and their names in their frame. */
export const preparerControle = (controle: Controle, { largeur, etroit }: Cadre): DonneesControle => {
  const { points, seuil } = controle
  const lignes = points.map((p, i) => ({ ...p, i }))
  const presents = lignes.filter(({ valeur }) => valeur !== null)
  const [moyenne, haute, basse] = [some(points, 'moyenne'), some(points, 'limite_haute'), some(points, 'limite_basse')]
  const max = Math.max(1e-6, haute ?? 0, ...presents.map(({ valeur }) => valeur ?? 0))
  const seuilVisible = seuil !== null && seuil <= max * 2.2 ? seuil : null
  const top = Math.max(max, seuilVisible ?? 0) * 1.12
  const hauteur = etroit ? 224 : 280
  const marges = { marginLeft: 48, marginRight: etroit ? 10 : 140, marginTop: 18, marginBottom: 36 }
  const Y = (v: number): number => marges.marginTop + (1 - v / top) * (hauteur - marges.marginTop - marges.marginBottom)
  const nommes = reperesDe({ moyenne, haute, basse, seuilVisible }, controle)
  const places = spread(
    nommes.map(({ v }) => Y(v)),
    INTERLIGNE,
  )
  const reperes = nommes.map((repere, i) => ({ ...repere, y: places[i] ?? 0 }))
  return { largeur, etroit, hauteur, marges, top, lignes, presents, moyenne, haute, basse, seuilVisible, reperes }
}
