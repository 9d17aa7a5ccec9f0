import { type ActeControle, CODES_POINTS, type EtatControle, type Point } from '../../../web/controles.ts'
import { etatApres } from '../machine.ts'
import { MACHINE_CONTROLES } from './table.ts'

/** Something done of a control, as it is kept. */
export interface ActeFait {
  readonly acte: ActeControle
  /** Null for what is of the whole control. */
  readonly point: Point | null
  /** The note, or the reason; empty without. */
  readonly texte: string
  readonly par: string
  readonly le: string
}

export interface PointSuivi {
  readonly vu: { readonly par: string; readonly le: string } | null
  readonly note: string
}

export interface ControleSuivi {
  readonly etat: EtatControle
  readonly points: Readonly<Record<Point, PointSuivi>>
  readonly vus: number
  /** Its first act; null before. */
  readonly ouvert: { readonly par: string; readonly le: string } | null
}

const RIEN: PointSuivi = { vu: null, note: '' }

const apres = (avant: PointSuivi, { acte, texte, par, le }: ActeFait): PointSuivi => {
  if (acte === 'COCHER') return { ...avant, vu: { par, le } }
  if (acte === 'DECOCHER') return { ...avant, vu: null }
  return acte === 'NOTER' ? { ...avant, note: texte } : avant
}

/** Where a control stands, from all that was done of it, the oldest first. */
export const suivreControle = (actes: readonly ActeFait[]): ControleSuivi => {
  const points = Object.fromEntries(CODES_POINTS.map((code) => [code, RIEN])) as Record<Point, PointSuivi>
  for (const fait of actes) if (fait.point !== null) points[fait.point] = apres(points[fait.point], fait)
  const [premier] = actes
  return {
    etat: etatApres(MACHINE_CONTROLES, 'A_FAIRE', actes),
    points,
    vus: CODES_POINTS.filter((code) => points[code].vu !== null).length,
    ouvert: premier === undefined ? null : { par: premier.par, le: premier.le },
  }
}
