import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, HALO, TEXTE } from './dessin.ts'
import { wrapLabel } from './etiquettes.ts'

/** A step of a waterfall: what it adds to the running total, or the total itself. */
export interface Marche {
  readonly nom: string
  readonly valeur: number
  /** The running total, drawn from zero. */
  readonly total?: boolean
}

interface Barre extends Marche {
  readonly de: number
  readonly a: number
}

/** Where each step stands, from the one before. */
export const empilerMarches = (marches: readonly Marche[]): Barre[] => {
  let cumul = 0
  return marches.map((marche) => {
    const de = marche.total ? 0 : cumul
    const a = marche.total ? marche.valeur : cumul + marche.valeur
    cumul = a
    return { ...marche, de, a }
  })
}

export const signer = (valeur: number): string => `${valeur > 0 ? '+' : ''}${formatNombre(valeur, 1)}`

/** Right of the longest bar, « −100,0 » in pixels. */
const PLACE_DU_NOMBRE = 54

/** Bars that lead from what is known at the start to what is known at the end. */
export const drawCascade = (
  atelier: Atelier,
  marches: readonly Marche[],
  { alt, largeur }: { readonly alt: string; readonly largeur: number },
): Dessin => {
  const barres = empilerMarches(marches)
  const bornes = barres.flatMap(({ de, a }) => [de, a])
  const [bas, haut] = [Math.min(0, ...bornes), Math.max(0, ...bornes)]
  return drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const couleur = ({ total, valeur }: Marche) =>
      total ? 'var(--c-ref)' : valeur >= 0 ? 'var(--c-line)' : 'var(--div-2)'
    return drawPlot(atelier, alt, {
      width: largeur,
      height: barres.length * 30 + 20,
      marginTop: 6,
      marginBottom: 14,
      marginLeft: etroit ? 122 : 190,
      marginRight: PLACE_DU_NOMBRE,
      x: { domain: [bas, haut], axis: null },
      y: { domain: barres.map(({ nom }) => nom), padding: 0.34 },
      marks: [
        Plot.axisY({
          tickSize: 0,
          tickPadding: 10,
          label: null,
          tickFormat: (nom: string) => wrapLabel(nom, etroit ? 17 : 28),
          lineHeight: 1.1,
          ...ENCRE,
        }),
        Plot.barX(barres, { y: 'nom', x1: 'de', x2: 'a', fill: couleur }),
        Plot.ruleX([0], { stroke: 'var(--c-axis)' }),
        Plot.text(barres, {
          y: 'nom',
          x: (d: Barre) => Math.max(d.de, d.a),
          dx: 6,
          textAnchor: 'start' as const,
          text: (d: Barre) => signer(d.valeur),
          ...TEXTE,
          ...HALO,
        }),
      ],
    })
  })
}
