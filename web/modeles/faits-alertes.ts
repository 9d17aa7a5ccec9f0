import { nomMois } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { FaitDuPoint } from '../controles.ts'
import { citer, fait } from './faits-controle.ts'

/** Lines of alert by how they moved since the month compared; what is named is said in words. */
export interface AlertesDuMois {
  /** Null for a first month, that none precedes. */
  readonly moisAvant: Mois | null
  readonly entrees: readonly string[]
  readonly durent: number
  readonly aggravees: number
  readonly sorties: readonly string[]
  /** Months that the oldest has stood, the one shown included; 0 without any. */
  readonly plusAncienne: number
}

export const faitsAlertes = (a: AlertesDuMois): FaitDuPoint[] => {
  const n = a.entrees.length
  const depuis = a.moisAvant === null ? ', premier mois mesuré' : ` depuis ${nomMois(a.moisAvant)}`
  const nouvelles = fait(
    'ALERTES_NOUVELLES',
    n === 0 ? 'Aucune alerte nouvelle' : compte(n, 'alerte entrée', 'alertes entrées'),
    `${depuis}${n === 0 ? '.' : ` : ${citer(a.entrees)}.`}`,
    { nouvelles: n },
  )
  const anciennete =
    a.plusAncienne > 1
      ? `, ${a.durent === 1 ? 'depuis' : 'la plus ancienne depuis'} ${compte(a.plusAncienne, 'mois', 'mois')}`
      : ''
  const aggravees =
    a.aggravees === 0 ? 'Aucune ne s’est aggravée.' : `${compte(a.aggravees, 's’est aggravée', 'se sont aggravées')}.`
  const enCours = fait(
    'ALERTES_EN_COURS',
    a.durent === 0 ? 'Aucune alerte ne dure' : compte(a.durent, 'alerte dure', 'alertes durent'),
    a.durent === 0 ? '.' : `${anciennete}. ${aggravees}`,
    { durent: a.durent, aggravees: a.aggravees, plus_ancienne: a.plusAncienne },
  )
  const levees = fait(
    'ALERTES_LEVEES',
    a.sorties.length === 0 ? 'Aucune alerte levée' : compte(a.sorties.length, 'alerte sortie', 'alertes sorties'),
    a.sorties.length === 0 ? '.' : ` : ${citer(a.sorties)}.`,
    { levees: a.sorties.length },
  )
  return [nouvelles, enCours, levees]
}
