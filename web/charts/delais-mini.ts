import { echapper } from '../echapper.ts'
import { cumuler, type Effectifs } from './repartition-delais.ts'

const LARGEUR = 264
const HAUTEUR = 96
const JOURS = 120
const GAUCHE = 2
const BAS = 16

const X = (jours: number): number => Math.round((GAUCHE + (jours / JOURS) * (LARGEUR - 2 * GAUCHE)) * 10) / 10
const Y = (part: number): number => Math.round((4 + (1 - part) * (HAUTEUR - BAS - 4)) * 10) / 10

const marches = (effectifs: Effectifs): string =>
  cumuler(effectifs, JOURS)
    .map(({ x, y }, i) => (i === 0 ? `M${X(x)} ${Y(y)}` : `H${X(x)}V${Y(y)}`))
    .join('')

/** One landlord's lags in small, beside those of all, written by hand: a page holds thirty of them. */
export const delaisMini = (effectifs: Effectifs, tous: Effectifs, seuil: number, alt: string): string =>
  `<svg class="plot" viewBox="0 0 ${LARGEUR} ${HAUTEUR}" width="${LARGEUR}" height="${HAUTEUR}" role="img" aria-label="${echapper(alt)}">` +
  [0, 0.5, 1].map((part) => `<path d="M0 ${Y(part)}H${LARGEUR}" stroke="var(--c-grid)" fill="none"/>`).join('') +
  `<path d="M${X(seuil)} 0V${HAUTEUR - BAS}" stroke="var(--c-ink)" stroke-dasharray="5 3" fill="none"/>` +
  `<path d="${marches(tous)}" fill="none" stroke="var(--c-axis)" stroke-width="1.25"/>` +
  `<path d="${marches(effectifs)}" fill="none" stroke="var(--c-line)" stroke-width="2"/>` +
  [0, 30, 60, 90, 120]
    .map(
      (jours) =>
        `<text x="${X(jours)}" y="${HAUTEUR - 3}" fill="var(--c-text)" text-anchor="${jours === 0 ? 'start' : jours === JOURS ? 'end' : 'middle'}">${jours}</text>`,
    )
    .join('') +
  '</svg>'
