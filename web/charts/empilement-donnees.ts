import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { Parlant } from './cibles.ts'
import { type Cadre, INTERLIGNE } from './dessin.ts'
import { spread } from './etiquettes.ts'

export interface MoisSignale extends Parlant {
  readonly mois: Mois
  /** Null for a month whose states were not computed: a gap, not zero. */
  readonly alertes: number | null
  readonly surveillances: number
}

interface Pile extends Parlant {
  readonly i: number
  readonly a: number
  readonly s: number
  readonly absent: boolean
}

/** All that the marks of the stacks are made from, in the frame they are drawn in. */
export interface DonneesEmpilement extends Cadre {
  readonly hauteur: number
  readonly marges: { readonly [cote in 'marginLeft' | 'marginRight' | 'marginTop' | 'marginBottom']: number }
  readonly ticks: readonly number[]
  readonly top: number
  readonly piles: readonly Pile[]
  /** The two parts of the last month, and where their names stand. */
  readonly noms: readonly { readonly texte: string; readonly fill: string; readonly y: number }[]
  /** Height of a value, in pixels from the top. */
  readonly Y: (v: number) => number
}

const graduations = (max: number): number[] => {
  const pas = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((p) => max / p <= 4) ?? 1000
  return Array.from({ length: Math.ceil(max / pas) + 1 }, (_, i) => i * pas)
}

const nommer = (derniere: Pile | undefined, Y: (v: number) => number): DonneesEmpilement['noms'] => {
  if (derniere === undefined) return []
  const { a, s } = derniere
  const noms = [
    { y: Y(a / 2), texte: `◆ ${compte(a, 'alerte')}`, fill: 'var(--alerte-ink)' },
    { y: Y(a + s / 2), texte: `▲ ${s} à surveiller`, fill: 'var(--surveillance-ink)' },
  ]
  const places = spread(
    noms.map(({ y }) => y),
    INTERLIGNE,
  )
  return noms.map((nom, i) => ({ ...nom, y: places[i] ?? 0 }))
}

/** Stacks the states of each month in their frame. */
export const preparerEmpilement = (points: readonly MoisSignale[], { largeur, etroit }: Cadre): DonneesEmpilement => {
  const piles = points.map(({ alertes, surveillances, cible }, i) => ({
    ...(cible ? { cible } : {}),
    i,
    a: alertes ?? 0,
    s: surveillances,
    absent: alertes === null,
  }))
  const ticks = graduations(Math.max(1, ...piles.map(({ a, s }) => a + s)))
  const top = ticks.at(-1) ?? 1
  const hauteur = etroit ? 220 : 270
  const marges = { marginLeft: 32, marginRight: etroit ? 4 : 118, marginTop: 10, marginBottom: 38 }
  const Y = (v: number): number => marges.marginTop + (1 - v / top) * (hauteur - marges.marginTop - marges.marginBottom)
  return { largeur, etroit, hauteur, marges, ticks, top, piles, noms: nommer(piles.at(-1), Y), Y }
}
