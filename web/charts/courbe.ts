import { estIsolee } from './isoles.ts'

export interface TailleCourbe {
  readonly largeur: number
  readonly hauteur: number
}

/**
 * What a sparkline is drawn between: from 0, unless the values all stay far above it. Null under three values: they make
 * no line.
 */
export const echelleDe = (
  valeurs: readonly (number | null)[],
): { readonly plancher: number; readonly etendue: number } | null => {
  let haut = Number.NEGATIVE_INFINITY
  let bas = Number.POSITIVE_INFINITY
  let n = 0
  for (const v of valeurs)
    if (v !== null) {
      if (v > haut) haut = v
      if (v < bas) bas = v
      n += 1
    }
  if (n < 3) return null
  const plancher = bas > haut * 0.6 ? bas - (haut - bas || haut) * 0.15 : Math.min(0, bas)
  return { plancher, etendue: haut - plancher || 1 }
}

/** A sparkline, written by hand. A missing month breaks the line; a month alone is a point. Under three values, nothing. */
export const courbe = (valeurs: readonly (number | null)[], { largeur: w, hauteur: h }: TailleCourbe): string => {
  const echelle = echelleDe(valeurs)
  if (echelle === null) return ''
  const { plancher, etendue } = echelle
  const pas = (w - 4) / (valeurs.length - 1)
  let trace = ''
  let leve = true
  let points = ''
  for (let i = 0; i < valeurs.length; i++) {
    const v = valeurs[i]
    if (v === null || v === undefined) {
      leve = true
      continue
    }
    const x = Math.round((1.5 + i * pas) * 10) / 10
    const y = Math.round((h - 2 - ((v - plancher) / etendue) * (h - 4)) * 10) / 10
    trace += `${leve ? 'M' : 'L'}${x} ${y}`
    leve = false
    if (i === valeurs.length - 1 || estIsolee(valeurs, i))
      points += `<circle cx="${x}" cy="${y}" r="${h > 20 ? 2.6 : 1.7}"/>`
  }
  return `<svg class="spark" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" aria-hidden="true"><path d="${trace}"/>${points}</svg>`
}
