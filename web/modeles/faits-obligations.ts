import { formatJour } from '../../ingest/socle/francais/format.ts'
import { dansPhrase, enumerer } from '../../ingest/socle/francais/phrase.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { Echeance } from '../agenda.ts'
import type { FaitDuPoint } from '../controles.ts'
import { aFaireMaintenant, direGeste } from './agenda.ts'
import { fait } from './faits-controle.ts'

const PREMIERES = 3

const citer = (echeances: readonly Echeance[]): string =>
  enumerer([
    ...echeances.slice(0, PREMIERES).map((e) => `${dansPhrase(direGeste(e))} (${formatJour(e.echeance)})`),
    ...(echeances.length > PREMIERES ? [`${echeances.length - PREMIERES} de plus`] : []),
  ])

/** What is late and what falls due before long, but for the control that this point is of. */
export const faitObligations = (echeances: readonly Echeance[], mois: Mois): FaitDuPoint => {
  const autres = aFaireMaintenant(echeances).filter(
    ({ obligation, periode }) => obligation !== 'CONTROLE' || periode !== mois,
  )
  const [retards, aVenir] = [
    autres.filter(({ etat }) => etat === 'EN_RETARD'),
    autres.filter(({ etat }) => etat === 'A_FAIRE'),
  ]
  const phrase = [
    retards.length === 0 ? '.' : ` : ${citer(retards)}.`,
    aVenir.length === 0 ? ' Rien n’est dû dans les deux mois.' : ` ${aVenir.length} à venir : ${citer(aVenir)}.`,
  ]
  return fait(
    'OBLIGATIONS',
    retards.length === 0 ? 'Aucune en retard' : `${retards.length} en retard`,
    phrase.join(''),
    {
      en_retard: retards.length,
      a_venir: aVenir.length,
    },
  )
}
