import { formatPart } from '../../ingest/socle/francais/format.ts'
import { direPoints, type MarcheDeTaux } from '../modeles/changement.ts'
import { empilerMarches } from './cascade.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, HALO, TEXTE } from './dessin.ts'
import { wrapLabel } from './etiquettes.ts'

/** Right of the longest bar, « 100,00 % » in pixels. */
const PLACE_DU_NOMBRE = 66

/** From a share to another, step by step. The axis does not start at zero: totals are ticks, only steps are bars. */
export const drawCascadeTaux = (
  atelier: Atelier,
  marches: readonly MarcheDeTaux[],
  { alt, largeur }: { readonly alt: string; readonly largeur: number },
): Dessin => {
  const barres = empilerMarches(marches).map((barre, rang) => ({ ...barre, rang }))
  const bornes = barres.flatMap(({ de, a, total }) => (total ? [a] : [de, a]))
  const [bas, haut] = [Math.min(...bornes), Math.max(...bornes)]
  const marge = (haut - bas || haut || 1) * 0.11
  return drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const nomDe = (rang: number): string => wrapLabel(barres[rang]?.nom ?? '', etroit ? 17 : 30)
    return drawPlot(atelier, alt, {
      width: largeur,
      height: barres.length * (etroit ? 40 : 32) + 16,
      marginTop: 4,
      marginBottom: 8,
      marginLeft: etroit ? 128 : 210,
      marginRight: PLACE_DU_NOMBRE,
      x: { domain: [bas - marge, haut], axis: null },
      y: { domain: barres.map(({ rang }) => rang), padding: 0.36 },
      marks: [
        Plot.axisY({ tickSize: 0, tickPadding: 10, label: null, tickFormat: nomDe, lineHeight: 1.1, ...ENCRE }),
        Plot.barX(
          barres.filter(({ total }) => !total),
          {
            y: 'rang',
            x1: 'de',
            x2: 'a',
            fill: ({ valeur }: MarcheDeTaux) => (valeur > 0 ? 'var(--c-line)' : 'var(--div-2)'),
          },
        ),
        Plot.tickX(
          barres.filter(({ total }) => total),
          { y: 'rang', x: 'a', stroke: 'var(--c-ink)', strokeWidth: 3 },
        ),
        Plot.text(barres, {
          y: 'rang',
          x: ({ de, a, total }: (typeof barres)[number]) => (total ? a : Math.max(de, a)),
          dx: 7,
          textAnchor: 'start' as const,
          text: ({ valeur, total }: MarcheDeTaux) => (total ? formatPart(valeur, 2) : direPoints(valeur)),
          ...TEXTE,
          ...HALO,
        }),
      ],
    })
  })
}
