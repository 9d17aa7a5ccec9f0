import { formatMoisCourt, formatNombre } from '../../ingest/socle/francais/format.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot, ENCRE, TEXTE } from './dessin.ts'
import { hachurer, remplissage } from './hachures.ts'

/** A month of signature: recorded the same month, one month later, and so on; null where that month has not come. */
export interface LigneTriangle {
  readonly mois: Mois
  readonly cases: readonly (number | null)[]
}

export interface Triangle {
  readonly lignes: readonly LigneTriangle[]
  readonly alt: string
  readonly largeur: number
  readonly id: string
}

/** Shares of a row from which a colour holds. */
const COUPURES = [0.005, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5]
const HAUTEUR = 27

const rangDe = (part: number): number => COUPURES.filter((coupure) => part >= coupure).length

const encreDe = (rang: number): string =>
  rang >= 5 ? 'var(--seq-on-high)' : rang === 4 ? 'var(--seq-on-mid)' : 'var(--seq-on-low)'

/** The reporting triangle: the colour is the share of the row, what is not known yet is hatched. */
export const drawTriangle = (atelier: Atelier, { lignes, alt, largeur, id }: Triangle): Dessin =>
  drawBoth(largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const motif = `${id}-${etroit ? 'etroit' : 'large'}`
    const colonnes = etroit ? 6 : 12
    const montrees = (etroit ? lignes.slice(-8) : lignes).map(({ mois, cases }) => ({
      nom: formatMoisCourt(mois),
      total: cases.reduce<number>((somme, n) => somme + (n ?? 0), 0),
      dit: cases.some((n) => n !== null),
      cases: cases.slice(0, colonnes),
    }))
    const cases = montrees.flatMap(({ nom, total, cases: siennes }) =>
      siennes.map((n, k) => ({ nom, k, n, rang: n === null ? -1 : rangDe(n / Math.max(1, total)) })),
    )
    const connues = cases.filter(({ n }) => n !== null && n > 0)
    const marge = etroit ? 46 : 76
    const svg = drawPlot(atelier, alt, {
      width: largeur,
      height: montrees.length * HAUTEUR + 46,
      marginLeft: 84,
      marginRight: marge,
      marginTop: 40,
      marginBottom: 4,
      x: { type: 'band', domain: Array.from({ length: colonnes }, (_, k) => k), padding: 0.05 },
      y: { type: 'band', domain: montrees.map(({ nom }) => nom), padding: 0.07 },
      marks: [
        ...[-1, 0, 1, 2, 3, 4, 5, 6, 7].map((rang) =>
          Plot.cell(
            cases.filter((c) => c.rang === rang),
            { x: 'k', y: 'nom', fill: rang < 0 ? remplissage(motif) : `var(--seq-${rang})` },
          ),
        ),
        ...[0, 4, 5].map((rang) =>
          Plot.text(
            connues.filter((c) => encreDe(c.rang) === encreDe(rang)),
            { x: 'k', y: 'nom', text: ({ n }: { n: number }) => formatNombre(n), fill: encreDe(rang) },
          ),
        ),
        Plot.axisY({ tickSize: 0, tickPadding: 8, label: null, ...ENCRE }),
        Plot.axisX({
          anchor: 'top',
          tickSize: 0,
          tickPadding: 7,
          label: null,
          ...TEXTE,
          tickFormat: (k: number) => (k === 0 ? '0' : `+${k}`),
        }),
        Plot.text(montrees, {
          y: 'nom',
          frameAnchor: 'right',
          dx: marge - 4,
          textAnchor: 'end',
          fontWeight: 600,
          text: ({ total, dit }: { total: number; dit: boolean }) => (dit ? formatNombre(total) : 's'),
          ...ENCRE,
        }),
        Plot.text([etroit ? 'total' : 'total saisi'], {
          text: (t: string) => t,
          frameAnchor: 'top-right',
          dx: marge - 4,
          dy: -14,
          textAnchor: 'end',
          ...TEXTE,
        }),
      ],
    })
    return hachurer(svg, motif, 'var(--c-grid)')
  })
