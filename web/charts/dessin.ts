import type * as PlotModule from '@observablehq/plot'
import type { Statut } from '../../metrics/resultat.ts'
import { echapper } from '../echapper.ts'

export type Plot = typeof PlotModule

/** What it takes to draw: the library, and a document that nothing shows. */
export interface Atelier {
  readonly Plot: Plot
  readonly document: Document
}

/** The same chart at the width of its column and at 330 px; the style-sheet shows the one that fits. */
export interface Dessin {
  readonly large: string
  readonly etroit: string
}

/** Width of the drawing shown on a phone: text keeps its size there. */
export const ETROIT = 330

export interface Cadre {
  readonly largeur: number
  readonly etroit: boolean
}

export const drawBoth = (largeur: number, draw: (cadre: Cadre) => string): Dessin => ({
  large: draw({ largeur, etroit: false }),
  etroit: draw({ largeur: ETROIT, etroit: true }),
})

/** What a strict policy forbids, or that screen readers must not hear, inside the tags of a drawing. */
const INTERDITS = / (?:style|aria-label|aria-description|aria-hidden)="[^"]*"/g

/** Of the root alone: the style-sheet sets its font. */
const POLICES = / (?:font-family|font-size)="[^"]*"/g

/** Links are followed with a pointer; the script gives the keyboard one stop a drawing, and the table has every row. */
const LIEN = /<a fill="inherit" href=/g

/**
 * A drawing as text, named by `alt`. A strict policy forbids styles in the page: the style-sheet carries what they said.
 * Only tags are rewritten: a label that looks like an attribute stays as it is, and was escaped when it was written.
 */
export const drawPlot = ({ Plot, document }: Atelier, alt: string, options: PlotModule.PlotOptions): string => {
  const texte = Plot.plot({ document, className: 'plot', ...options })
    .outerHTML.replace(/<style[^>]*>[^<]*<\/style>/g, '')
    // A browser writes the links of a drawing under their old name.
    .replace(/<[a-z][^>]*>/gi, (balise) =>
      balise
        .replace(INTERDITS, '')
        .replace(' xlink:href=', ' href=')
        .replace(/(\d+\.\d)\d+/g, '$1'),
    )
  // Whatever can be followed is no longer one picture.
  const nom = `role="${texte.search(LIEN) < 0 ? 'img' : 'group'}" aria-label="${echapper(alt)}"`
  return texte
    .replace(LIEN, '<a tabindex="-1" href=')
    .replace(/^<svg[^>]*/, (balise) => `${balise.replace(POLICES, '')} ${nom}`)
}

export const COULEURS: Readonly<Record<Statut, string>> = {
  ALERTE: 'var(--alerte-glyph)',
  SURVEILLANCE: 'var(--surveillance-glyph)',
  NORMAL: 'var(--normal-glyph)',
  NON_SIGNIFICATIF: 'var(--ns-glyph)',
  SANS_OBJET: 'var(--so-glyph)',
}

export const FORMES: Readonly<Record<Statut, PlotModule.SymbolType>> = {
  ALERTE: 'diamond2',
  SURVEILLANCE: 'triangle',
  NORMAL: 'circle',
  NON_SIGNIFICATIF: 'circle',
  SANS_OBJET: 'circle',
}

/** Shapes as a scale: a point without state is a disc. */
export const ECHELLE_FORMES = {
  domain: ['ALERTE', 'SURVEILLANCE', 'NORMAL', 'NON_SIGNIFICATIF', 'SANS_OBJET', 'NEUTRE'],
  range: ['diamond2', 'triangle', 'circle', 'circle', 'circle', 'circle'],
} as const

export const couleurDe = (statut: Statut | null): string => (statut === null ? 'var(--c-fill)' : COULEURS[statut])

export const TEXTE = { fill: 'var(--c-text)' } as const
export const ENCRE = { fill: 'var(--c-ink)' } as const
export const HALO = { stroke: 'var(--c-halo)', strokeWidth: 4 } as const
export const TRAIT_SEUIL = { stroke: 'var(--c-ink)', strokeWidth: 1.25, strokeDasharray: '7 4' } as const

/** Height of a line of labels: none stands closer to another. */
export const INTERLIGNE = 17
