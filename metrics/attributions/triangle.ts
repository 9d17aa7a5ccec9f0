import { jourDuNumero, type Mois, moisDe } from '../../ingest/socle/jour.ts'
import type { Cumuls } from '../stats/chain-ladder.ts'
import type { Fenetre } from './fenetre.ts'
import { delaiDe, type Saisie } from './saisie.ts'

/**
 * What was recorded of each month of signature when it was 0, 1, 2… months old, by the snapshot's own two dates. Ages are
 * counted on the snapshot's day of the month, so that its last diagonal is as full as the others whatever that day.
 * Records of unknown or negative lag are left out.
 */
export const cumulsDe = (saisies: readonly Saisie[], { mois, anniversaires }: Fenetre): Cumuls => {
  const n = mois.length
  const rangs = new Map(mois.map((m, i) => [m, i]))
  const nouvelles = mois.map((_, i) => new Array<number>(n - i).fill(0))
  for (const ligne of saisies) {
    const i = rangs.get(ligne.mois)
    if (i === undefined || ligne.saisie === null || delaiDe(ligne) === null) continue
    let recul = 0
    while (recul + 1 < n && (anniversaires[recul + 1] ?? 0) >= ligne.saisie) recul++
    const age = Math.max(0, n - 1 - recul - i)
    const cases = nouvelles[i]
    if (cases && ligne.saisie <= (anniversaires[0] ?? 0)) cases[age] = (cases[age] ?? 0) + ligne.n
  }
  return nouvelles.map((cases) => {
    let total = 0
    return cases.map((x) => {
      total += x
      return total
    })
  })
}

/** A cell of the reporting triangle: leases of a month recorded so many calendar months after it. */
export interface CelluleTriangle {
  readonly mois: Mois
  readonly retard: number
  readonly n: number
}

const rangDuMois = (mois: Mois): number => Number(mois.slice(0, 4)) * 12 + Number(mois.slice(5))

/** The triangle as it is drawn: by month of signature and calendar months until recorded; only filled cells. */
export const triangleDe = (saisies: readonly Saisie[]): CelluleTriangle[] => {
  const cases = new Map<string, CelluleTriangle>()
  for (const ligne of saisies) {
    if (ligne.saisie === null || delaiDe(ligne) === null) continue
    const retard = rangDuMois(moisDe(jourDuNumero(ligne.saisie))) - rangDuMois(ligne.mois)
    const cle = `${ligne.mois} ${retard}`
    cases.set(cle, { mois: ligne.mois, retard, n: (cases.get(cle)?.n ?? 0) + ligne.n })
  }
  return [...cases.values()].sort((a, b) => (a.mois === b.mois ? a.retard - b.retard : a.mois < b.mois ? -1 : 1))
}
