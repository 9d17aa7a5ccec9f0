import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { axeNoms } from './axes.ts'
import { empilerMarches, type Marche } from './cascade.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, HALO } from './dessin.ts'

type Place = ReturnType<typeof empilerMarches>[number]

const MOINS = '\u2212'

/** « +5 998 », « −3 872 ». */
const direMouvement = (valeur: number): string =>
  valeur < 0 ? `${MOINS}${formatNombre(-valeur)}` : `+${formatNombre(valeur)}`

/**
 * From one stock to another: a mark for each, a bar for what came or went. The axis does not start at zero, for what moves
 * is small beside what stands: lengths of bars compare, not the place of the stocks.
 */
export const drawEvolutionStock = (
  atelier: Atelier,
  marches: readonly Marche[],
  { alt, largeur }: { readonly alt: string; readonly largeur: number },
): Dessin => {
  const places = empilerMarches(marches)
  const stocks = places.filter(({ total }) => total)
  const mouvements = places.filter(({ total, valeur }) => !total && valeur !== 0)
  const bornes = [...stocks.map(({ a }) => a), ...mouvements.flatMap(({ de, a }) => [de, a])]
  const [bas, haut] = [Math.min(...bornes), Math.max(...bornes)]
  const marge = Math.max(1, haut - bas) * 0.04
  return drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    return drawPlot(atelier, alt, {
      width: largeur,
      height: places.length * 32 + 12,
      marginTop: 6,
      marginBottom: 6,
      marginLeft: etroit ? 124 : 204,
      marginRight: etroit ? 62 : 76,
      x: { domain: [bas - marge, haut + marge], axis: null },
      y: { domain: places.map(({ nom }) => nom), padding: 0.42 },
      marks: [
        axeNoms(Plot, etroit ? 17 : 30),
        Plot.barX(mouvements, {
          y: 'nom',
          x1: (d: Place) => Math.min(d.de, d.a),
          x2: (d: Place) => Math.max(d.de, d.a),
          fill: (d: Place) => (d.valeur > 0 ? 'var(--c-fill)' : 'var(--div-2)'),
        }),
        Plot.tickX(stocks, { y: 'nom', x: 'a', stroke: 'var(--c-ink)', strokeWidth: 3 }),
        Plot.text(places, {
          y: 'nom',
          x: (d: Place) => Math.max(d.total ? d.a : d.de, d.a),
          dx: 8,
          textAnchor: 'start' as const,
          text: (d: Place) => (d.total ? formatNombre(d.valeur) : direMouvement(d.valeur)),
          ...ENCRE,
          ...HALO,
        }),
      ],
    })
  })
}
