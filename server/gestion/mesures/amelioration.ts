import type { Jour, Mois } from '../../../ingest/socle/jour.ts'
import type { Statut } from '../../../metrics/resultat.ts'

/** What was frozen of a line when it entered the measure. */
export interface PreuveJugee {
  readonly mois: Mois
  readonly ic_bas: number | null
}

/** What a later month shows of it, from its snapshot. */
export interface PointSuivi {
  readonly mois: Mois
  readonly instantane: Jour
  readonly valeur: number | null
  readonly statut: Statut | null
}

/** A line of a measure, and the months that have figures, from the oldest. */
export interface LigneSuivie {
  readonly preuve: PreuveJugee
  readonly points: readonly PointSuivi[]
}

/** A state that was not computed, or of what could not be measured, proves nothing. */
const horsAlerte = ({ statut }: PointSuivi): boolean =>
  statut !== null && statut !== 'ALERTE' && statut !== 'SANS_OBJET'

/** No longer in alert, or under the lower end of the interval that was frozen. */
export const estAmelioree = ({ ic_bas }: PreuveJugee, point: PointSuivi): boolean =>
  horsAlerte(point) || (point.valeur !== null && ic_bas !== null && point.valeur < ic_bas)

const suivants = ({ preuve, points }: LigneSuivie): readonly PointSuivi[] =>
  points.filter(({ mois }) => mois > preuve.mois)

/** Whether two snapshots came after a day, and some line was better in neither of the last two. */
export const sansAmelioration = (lignes: readonly LigneSuivie[], jour: Jour): boolean =>
  lignes.some((ligne) => {
    const deux = suivants(ligne)
      .filter(({ instantane }) => instantane > jour)
      .slice(-2)
    return deux.length === 2 && deux.every((point) => !estAmelioree(ligne.preuve, point))
  })

/** Whether every line is out of alert the last two months running, since it was frozen. */
export const estCorrigee = (lignes: readonly LigneSuivie[], deuxMois: readonly Mois[]): boolean =>
  lignes.length > 0 &&
  deuxMois.length === 2 &&
  lignes.every((ligne) =>
    deuxMois.every((mois) => suivants(ligne).some((point) => point.mois === mois && horsAlerte(point))),
  )
