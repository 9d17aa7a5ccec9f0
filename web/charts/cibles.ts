import type { Markish } from '@observablehq/plot'
import type { Plot } from './dessin.ts'

/** What a point says of itself when it is pointed at, and where it leads. */
export interface Cible {
  /** A line each: its name first, then its value and count, its interval, its state. */
  readonly lignes: readonly string[]
  /** Null where there is nowhere to go, or no right to. */
  readonly href: string | null
  /** What following it does, « ouvrir la fiche du guichet ». */
  readonly suite?: string
  /** The one that the page puts forward. */
  readonly choisie?: boolean
}

/** Anything that a drawing may be asked about. */
export interface Parlant {
  readonly cible?: Cible
}

/** Class of the marks that answer, which the style-sheet and the script look for. */
export const CLASSE_CIBLES = 'cibles'

/** Half of the 24 pixels that a pointer needs. */
const RAYON = 12

export const direCible = ({ lignes, suite, href }: Cible): string =>
  [...lignes, ...(suite && href ? [suite] : [])].join('\n')

/** What every target has, whatever its shape. */
const TRAITS = {
  fill: 'none',
  stroke: 'none',
  pointerEvents: 'all',
  title: ({ cible }: Parlant) => (cible ? direCible(cible) : null),
} as const

/**
 * A target over each point that has something to say: its words, and a link where it leads somewhere. Drawn last, so that
 * nothing lies over them; nothing is painted but the ring of the one put forward. `poser` gives them their shape.
 */
export const drawCiblesEn = <T extends Parlant>(
  points: readonly T[],
  poser: (siens: readonly T[], traits: object) => Markish,
): Markish[] => {
  const parlants = points.filter(({ cible }) => cible !== undefined)
  const href = ({ cible }: T): string | null => cible?.href ?? null
  const liees = parlants.filter((p) => href(p) !== null)
  const mettre = (siens: readonly T[], traits: object): Markish[] =>
    siens.length === 0 ? [] : [poser(siens, { ...TRAITS, ...traits })]
  return [
    ...mettre(
      parlants.filter((p) => href(p) === null),
      { className: CLASSE_CIBLES },
    ),
    ...mettre(
      liees.filter(({ cible }) => !cible?.choisie),
      { className: CLASSE_CIBLES, href },
    ),
    ...mettre(
      liees.filter(({ cible }) => cible?.choisie),
      { className: `${CLASSE_CIBLES} choisie`, href, stroke: 'var(--c-ink)', strokeWidth: 1.25 },
    ),
  ]
}

/** Round targets, one a point. */
export const drawCibles = <T extends Parlant>(
  Plot: Plot,
  points: readonly T[],
  canaux: { readonly x: string; readonly y: string },
): Markish[] => drawCiblesEn(points, (siens, traits) => Plot.dot([...siens], { ...canaux, r: RAYON, ...traits }))
