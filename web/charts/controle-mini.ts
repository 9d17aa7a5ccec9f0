import { nomMoisCourt } from '../../ingest/socle/francais/format.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import { echapper } from '../echapper.ts'
import type { PointSerie } from '../historique.ts'
import { hautDe } from './axes.ts'
import { CLASSE_CIBLES, direCible, type Parlant } from './cibles.ts'
import { estIsolee } from './isoles.ts'
import { type Note, type Phase, phasesDe, rupturesDe } from './phases.ts'

export interface ControleMini {
  readonly points: readonly (PointSerie & Parlant)[]
  readonly notes?: readonly Note[]
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

interface Places {
  readonly x: (i: number) => number
  readonly y: (v: number) => number
  readonly trait: (v: number, style: string, etendue: [number, number]) => string
}

const LIMITE = 'stroke="var(--c-limit)" stroke-dasharray="2 3"'

/** The mean of a stretch and, where it has limits, the band between them. */
const dessinerPhase = ({ x1, x2, moyenne, haute, basse }: Phase, { x, y, trait }: Places): string => {
  const etendue: [number, number] = [x(x1), x(x2)]
  const milieu = moyenne === null ? '' : trait(moyenne, 'stroke="var(--c-limit)"', etendue)
  if (haute === null) return milieu
  const [dessus, dessous] = [y(haute), y(basse ?? 0)]
  const fond = `<rect x="${etendue[0]}" y="${dessus}" width="${arrondi(etendue[1] - etendue[0])}" height="${arrondi(dessous - dessus)}" fill="var(--c-band)"/>`
  return `${fond}${trait(haute, LIMITE, etendue)}${basse ? trait(basse, LIMITE, etendue) : ''}${milieu}`
}

/** A strip a month, as high as the drawing: a small one has no room for round targets. */
const nommer = (points: ControleMini['points'], x: (i: number) => number): string => {
  const pas = x(1) - x(0)
  const noms = points
    .map(({ valeur, cible }, i) =>
      valeur === null || cible === undefined
        ? ''
        : `<rect x="${arrondi(x(i) - pas / 2)}" y="${T}" width="${arrondi(pas)}" height="${H - T - B}"><title>${echapper(direCible({ ...cible, href: null }))}</title></rect>`,
    )
    .join('')
  return noms === '' ? '' : `<g class="${CLASSE_CIBLES}" pointer-events="all">${noms}</g>`
}

/** A small control chart, written by hand: a page holds twenty of them. */
export const controleMini = ({ points, notes = [], seuil, tick, alt }: ControleMini): string => {
  const phases = phasesDe(points, rupturesDe(notes))
  const sansLimites = phases.every(({ haute }) => haute === null)
  const max = hautDe([...phases.map(({ haute }) => haute ?? 0), ...points.map(({ valeur }) => valeur ?? 0)], seuil)
  const visible = seuil !== null && seuil <= max * 2.2
  const top = Math.max(max, visible ? seuil : 0) * 1.1
  const x = (i: number): number => arrondi(G + (i / Math.max(1, points.length - 1)) * (W - G - D))
  const y = (v: number): number => arrondi(T + (1 - v / top) * (H - T - B))
  const trait = (v: number, style: string, [de, a] = [G, W - D]): string => `<path d="M${de} ${y(v)}H${a}" ${style}/>`
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
      sansLimites && ic_bas != null && ic_haut != null
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
  const bandes = phases.map((phase) => dessinerPhase(phase, { x, y, trait })).join('')
  const datees = notes
    .map(
      ({ lettre, debut }) =>
        `<path d="M${x(debut)} ${T}V${H - B}" stroke="var(--c-ink)"/><text x="${x(debut)}" y="${T - 1}" fill="var(--c-ink)" text-anchor="middle" font-weight="600">${lettre}</text>`,
    )
    .join('')
  return [
    `<svg class="plot" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}" role="img" aria-label="${echapper(alt)}" fill="none">`,
    bandes,
    visible ? trait(seuil, 'stroke="var(--c-ink)" stroke-width="1.25" stroke-dasharray="7 4"') : '',
    trait(0, 'stroke="var(--c-axis)"'),
    intervalles,
    `<g fill="var(--c-text)" text-anchor="middle">${ticks}${axe(
      points.map(({ mois }) => mois),
      x,
    )}</g>`,
    `<path d="${ligne}" stroke="var(--c-line)" stroke-width="1.5" stroke-linejoin="round"/>${seuls}${hors}${point}`,
    datees,
    nommer(points, x),
    '</svg>',
  ].join('')
}
