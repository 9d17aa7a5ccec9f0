import { nomMoisCourt } from '../../ingest/socle/francais/format.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import { echapper } from '../echapper.ts'
import type { PointSerie } from '../historique.ts'
import { estIsolee } from './isoles.ts'

export interface ControleMini {
  readonly points: readonly PointSerie[]
  readonly seuil: number | null
  /** Formats a tick: digits, a unit, nothing that needs escaping. */
  readonly tick: (v: number) => string
  readonly alt: string
}

const [W, H, G, D, T, B] = [284, 132, 40, 8, 8, 36]

const PAS = [1, 2, 5]

/** Two or three round ticks from 0 to `top`. */
const graduations = (top: number): number[] => {
  const ordre = 10 ** Math.floor(Math.log10(top / 2))
  const pas = PAS.map((p) => p * ordre).findLast((p) => p * 2 <= top) ?? ordre
  return [0, 1, 2, 3].map((k) => k * pas).filter((v) => v <= top)
}

const moyenneDe = (points: ControleMini['points']): number | null =>
  points.findLast(({ moyenne }) => moyenne !== null)?.moyenne ?? null

const arrondi = (v: number): number => Math.round(v * 10) / 10

const axe = (mois: readonly Mois[], x: (i: number) => number): string =>
  mois
    .map((m, i) => {
      const janvier = m.endsWith('-01')
      if (!janvier && !m.endsWith('-07')) return ''
      const annee = janvier ? `<text x="${x(i)}" y="${H - 3}">${m.slice(0, 4)}</text>` : ''
      return `<path d="M${x(i)} ${H - B}v4" stroke="var(--c-axis)"/><text x="${x(i)}" y="${H - B + 18}">${nomMoisCourt(m)}</text>${annee}`
    })
    .join('')

/** A small control chart, written by hand: a page holds twenty of them. */
export const controleMini = ({ points, seuil, tick, alt }: ControleMini): string => {
  const fin = points.findLast(({ limite_haute }) => limite_haute !== null)
  const [haute, basse, moyenne] = [fin?.limite_haute ?? null, fin?.limite_basse ?? 0, moyenneDe(points)]
  const max = Math.max(1e-6, haute ?? 0, ...points.map(({ valeur }) => valeur ?? 0))
  const visible = seuil !== null && seuil <= max * 2.2
  const top = Math.max(max, visible ? seuil : 0) * 1.1
  const x = (i: number): number => arrondi(G + (i / Math.max(1, points.length - 1)) * (W - G - D))
  const y = (v: number): number => arrondi(T + (1 - v / top) * (H - T - B))
  const trait = (v: number, style: string): string => `<path d="M${G} ${y(v)}H${W - D}" ${style}/>`
  let ligne = ''
  let leve = true
  for (const [i, { valeur }] of points.entries()) {
    if (valeur !== null) ligne += `${leve ? 'M' : 'L'}${x(i)} ${y(valeur)}`
    leve = valeur === null
  }
  const valeurs = points.map(({ valeur }) => valeur)
  const seuls = points
    .map(({ valeur, signal }, i) =>
      valeur !== null && signal !== 'HORS_LIMITES' && estIsolee(valeurs, i)
        ? `<circle cx="${x(i)}" cy="${y(valeur)}" r="2" fill="var(--c-line)"/>`
        : '',
    )
    .join('')
  const intervalles = points
    .map(({ ic_bas, ic_haut }, i) =>
      fin === undefined && ic_bas != null && ic_haut != null
        ? `<path d="M${x(i)} ${y(ic_bas)}V${y(Math.min(ic_haut, top))}" stroke="var(--c-limit)"/>`
        : '',
    )
    .join('')
  const hors = points
    .map(({ valeur, signal }, i) =>
      valeur !== null && signal === 'HORS_LIMITES'
        ? `<rect x="${arrondi(x(i) - 3)}" y="${arrondi(y(valeur) - 3)}" width="6" height="6" fill="var(--c-line)"/>`
        : '',
    )
    .join('')
  const dernier = points.at(-1)
  const point =
    dernier?.valeur != null && dernier.signal !== 'HORS_LIMITES'
      ? `<circle cx="${x(points.length - 1)}" cy="${y(dernier.valeur)}" r="3" fill="var(--c-line)" stroke="var(--c-halo)"/>`
      : ''
  const ticks = graduations(top)
    .map((v) => `<text x="${G - 7}" y="${arrondi(y(v) + 4)}" text-anchor="end">${tick(v)}</text>`)
    .join('')
  const bande =
    haute === null
      ? ''
      : `<rect x="${G}" y="${y(haute)}" width="${W - G - D}" height="${arrondi(y(basse) - y(haute))}" fill="var(--c-band)"/>${trait(haute, 'stroke="var(--c-limit)" stroke-dasharray="2 3"')}${basse > 0 ? trait(basse, 'stroke="var(--c-limit)" stroke-dasharray="2 3"') : ''}`
  return [
    `<svg class="plot" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}" role="img" aria-label="${echapper(alt)}" fill="none">`,
    bande,
    moyenne === null ? '' : trait(moyenne, 'stroke="var(--c-limit)"'),
    visible ? trait(seuil, 'stroke="var(--c-ink)" stroke-width="1.25" stroke-dasharray="7 4"') : '',
    trait(0, 'stroke="var(--c-axis)"'),
    intervalles,
    `<g fill="var(--c-text)" text-anchor="middle">${ticks}${axe(
      points.map(({ mois }) => mois),
      x,
    )}</g>`,
    `<path d="${ligne}" stroke="var(--c-line)" stroke-width="1.5" stroke-linejoin="round"/>${seuls}${hors}${point}</svg>`,
  ].join('')
}
