import type { LigneAttributions } from '../../metrics/attributions/lire.ts'
import type { Cadre } from './dessin.ts'

/** A month of signature: what is recorded, what is expected, within what. */
export type MoisAttendu = Pick<
  LigneAttributions,
  'mois' | 'enregistrees' | 'part_enregistree' | 'estimees' | 'ic_bas' | 'ic_haut' | 'provisoire'
> & {
  /** Not told to the reader. */
  readonly secret?: boolean
}

export interface Attendues {
  readonly mois: readonly MoisAttendu[]
  readonly alt: string
  readonly largeur: number
  /** Of the pattern, once in the page. */
  readonly id: string
}

const MOIS_ETROITS = 7

const graduations = (max: number): number[] => {
  const dizaine = 10 ** Math.floor(Math.log10(Math.max(1, max)))
  const pas = Math.max(1, [0.2, 0.5, 1, 2].map((k) => k * dizaine).find((p) => max / p <= 6) ?? dizaine)
  return Array.from({ length: Math.floor(max / pas) + 1 }, (_, i) => i * pas)
}

type LigneAttendue = MoisAttendu & { readonly i: number }

/** All that the marks are made from, in the frame they are drawn in. */
export interface DonneesAttendues extends Cadre {
  readonly lignes: readonly LigneAttendue[]
  /** Provisional months that are estimated, and those that are not. */
  readonly estimees: readonly LigneAttendue[]
  readonly muettes: readonly LigneAttendue[]
  /** Where months that are all provisional begin. */
  readonly premier: LigneAttendue | undefined
  readonly max: number
  readonly top: number
  readonly ticks: number[]
}

/** Keeps the months there is room for, and what is known of each. */
export const preparerAttendues = (mois: readonly MoisAttendu[], { largeur, etroit }: Cadre): DonneesAttendues => {
  const lignes = (etroit ? mois.slice(-MOIS_ETROITS) : mois).map((m, i) => ({ ...m, i }))
  const provisoires = lignes.filter((m) => m.provisoire)
  const max = Math.max(1, ...lignes.map((m) => Math.max(m.enregistrees ?? 0, m.ic_haut ?? 0)))
  return {
    largeur,
    etroit,
    lignes,
    estimees: provisoires.filter((m) => m.estimees !== null),
    muettes: provisoires.filter((m) => m.estimees === null),
    premier: lignes[lignes.findLastIndex(({ provisoire }) => !provisoire) + 1],
    max,
    top: max * 1.14,
    ticks: graduations(max),
  }
}
