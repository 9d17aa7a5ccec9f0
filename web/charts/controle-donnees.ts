import type { PointSerie } from '../historique.ts'
import { hautDe } from './axes.ts'
import type { Parlant } from './cibles.ts'
import { type Cadre, INTERLIGNE } from './dessin.ts'
import { spread } from './etiquettes.ts'
import { type Note, type Phase, phasesDe, rupturesDe } from './phases.ts'

export interface Controle {
  readonly points: readonly (PointSerie & Parlant)[]
  readonly notes?: readonly Note[]
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

type LigneControle = PointSerie & Parlant & { readonly i: number }

/** All that the marks of a control chart are made from, in the frame it is drawn in. */
export interface DonneesControle extends Cadre {
  readonly hauteur: number
  readonly marges: { readonly [cote in 'marginLeft' | 'marginRight' | 'marginTop' | 'marginBottom']: number }
  readonly top: number
  readonly lignes: readonly LigneControle[]
  /** Those with a value. */
  readonly presents: readonly LigneControle[]
  /** From the oldest: the last has the limits that are named. */
  readonly phases: readonly Phase[]
  readonly notes: readonly Note[]
  readonly haute: number | null
  /** The threshold, unless it stands too high above the values to be drawn with them. */
  readonly seuilVisible: number | null
  readonly reperes: readonly (Repere & { readonly y: number })[]
}

type Lignes = Pick<Phase, 'moyenne' | 'haute' | 'basse'> & Pick<DonneesControle, 'seuilVisible'>

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
  const notes = controle.notes ?? []
  const phases = phasesDe(points, rupturesDe(notes))
  const { moyenne = null, haute = null, basse = null } = phases.at(-1) ?? {}
  const max = hautDe([...phases.map((p) => p.haute ?? 0), ...presents.map(({ valeur }) => valeur ?? 0)], seuil)
  const seuilVisible = seuil !== null && seuil <= max * 2.2 ? seuil : null
  const top = Math.max(max, seuilVisible ?? 0) * 1.12
  const hauteur = etroit ? 224 : 280
  const marges = {
    marginLeft: 48,
    marginRight: etroit ? 10 : 140,
    marginTop: notes.length > 0 ? 36 : 18,
    marginBottom: 36,
  }
  const Y = (v: number): number => marges.marginTop + (1 - v / top) * (hauteur - marges.marginTop - marges.marginBottom)
  const nommes = reperesDe({ moyenne, haute, basse, seuilVisible }, controle)
  const places = spread(
    nommes.map(({ v }) => Y(v)),
    INTERLIGNE,
  )
  const reperes = nommes.map((repere, i) => ({ ...repere, y: places[i] ?? 0 }))
  return { largeur, etroit, hauteur, marges, top, lignes, presents, phases, notes, haute, seuilVisible, reperes }
}
