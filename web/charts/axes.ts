import type { Markish } from '@observablehq/plot'
import { nomMoisCourt } from '../../ingest/socle/francais/format.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import { ENCRE, type Plot, TEXTE } from './dessin.ts'
import { wrapLabel } from './etiquettes.ts'

/** Top of what a scale must hold: with nothing above zero, its norm, else one. */
export const hautDe = (valeurs: readonly number[], seuil: number | null): number =>
  Math.max(0, ...valeurs) || seuil || 1

/** The value axis: no line, no tick mark, the unit in the labels. */
export const axeY = (plot: Plot, ticks: number | readonly number[], tickFormat: (v: number) => string): Markish =>
  plot.axisY({ ticks: ticks as number, tickFormat, tickSize: 0, tickPadding: 8, label: null, ...TEXTE })

/** The names of horizontal bars, cut in lines of so many characters. */
export const axeNoms = (plot: Plot, caracteres: number): Markish =>
  plot.axisY({
    tickSize: 0,
    tickPadding: 10,
    label: null,
    lineHeight: 1.05,
    ...ENCRE,
    tickFormat: (nom: string) => wrapLabel(nom, caracteres),
  })

export const grilleY = (plot: Plot, ticks: number | readonly number[]): Markish =>
  plot.gridY({ ticks: ticks as number, stroke: 'var(--c-grid)', strokeOpacity: 1 })

export const ligneZero = (plot: Plot): Markish => plot.ruleY([0], { stroke: 'var(--c-axis)' })

const etiquette = (mois: Mois): string =>
  mois.endsWith('-01') ? `${nomMoisCourt(mois)}\n${mois.slice(0, 4)}` : nomMoisCourt(mois)

/** Months stand at their rank; the year is written under January. Every month, or one in `pas` counted from January. */
export const axeMois = (plot: Plot, mois: readonly Mois[], pas: number, bande = false): Markish => {
  const rangs = mois.flatMap((m, i) => ((Number(m.slice(5, 7)) - 1) % pas === 0 ? [i] : []))
  return plot.axisX({
    ticks: rangs.length === 0 ? [0] : rangs,
    tickFormat: (i: number) => {
      const place = mois[i]
      return place === undefined ? '' : etiquette(place)
    },
    tickSize: bande ? 0 : 4,
    tickPadding: bande ? 7 : 5,
    label: null,
    lineHeight: 1.15,
    stroke: 'var(--c-axis)',
    ...TEXTE,
  })
}

/** One month in 1, 3, 6 or 12: labels never touch. */
export const pasMois = (n: number, largeur: number): number =>
  [1, 3, 6, 12].find((pas) => (largeur / Math.max(1, n)) * pas >= 36) ?? 12

/** Round ticks of a scale that squeezes large numbers, at least `ecart` pixels apart. */
export const ticksRacine = (max: number, largeur: number, ecart = 46): number[] => {
  const ticks = [0]
  for (const v of [10, 20, 50, 100, 200, 300, 500, 1000, 2000, 3000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000]) {
    const x = Math.sqrt(v / max) * largeur
    const avant = Math.sqrt((ticks.at(-1) ?? 0) / max) * largeur
    if (v <= max && x - avant >= ecart) ticks.push(v)
  }
  return ticks
}
