import type { Mois } from '../../../ingest/socle/jour.ts'
import type { EtatAlerte } from '../../../web/alertes.ts'
import type { PointMesure } from '../../../web/mesures.ts'
import { essayer } from '../machine.ts'
import { type FaitsAlerte, MACHINE_ALERTES } from './table.ts'

/** The last explanation of a line. */
export interface ExplicationJugee {
  readonly mois: Mois
  readonly jusqua: Mois
  readonly ic_haut: number | null
  readonly sur_douze_mois: boolean
  readonly le: string
}

/** A measure that has followed the line: since when, and whether it still does. */
export interface SuiviMesure {
  readonly depuis: string
  readonly ouverte: boolean
}

export interface LigneQualifiee {
  readonly explication: ExplicationJugee | null
  readonly mesures: readonly SuiviMesure[]
  /** The months of the line up to the one shown, the last. */
  readonly points: readonly PointMesure[]
}

const SANS_SAISIE = { raison: null, texte: '', jusqua: null }

const suit = (etat: EtatAlerte, acte: 'REVENIR' | 'RELEVER', faits: FaitsAlerte): EtatAlerte => {
  const issue = essayer(MACHINE_ALERTES, { etat, acte, role: 'APPLICATION', faits, saisie: SANS_SAISIE })
  return 'vers' in issue ? issue.vers : etat
}

/**
 * Where a line in alert stands, told by what was said of it and what months have shown since. What took an explanation
 * away in any month has taken it for good; a value of twelve months is compared with none of a month.
 */
export const etatDeLAlerte = ({ explication, mesures, points }: LigneQualifiee): EtatAlerte => {
  const mesureOuverte = mesures.some(({ ouverte }) => ouverte)
  const faitsDe = ({ mois, valeur, statut, surDouzeMois }: PointMesure): FaitsAlerte => ({
    mois,
    valeur: explication === null || explication.sur_douze_mois === surDouzeMois ? valeur : null,
    statut,
    explication: explication === null ? null : { jusqua: explication.jusqua, icHaut: explication.ic_haut },
    mesureOuverte,
  })
  const dernier = points.at(-1)
  if (mesureOuverte) return 'EN_MESURE'
  const apresMesure = mesures.some(({ depuis }) => explication === null || depuis > explication.le)
  if (apresMesure) return dernier === undefined ? 'EN_MESURE' : suit('EN_MESURE', 'RELEVER', faitsDe(dernier))
  if (explication === null) return 'A_TRAITER'
  return points
    .filter(({ mois }) => mois > explication.mois)
    .reduce<EtatAlerte>((etat, point) => suit(etat, 'REVENIR', faitsDe(point)), 'EXPLIQUE')
}
