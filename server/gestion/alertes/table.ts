import { formatMois } from '../../../ingest/socle/francais/format.ts'
import { type Mois, moisPlus } from '../../../ingest/socle/jour.ts'
import type { Statut } from '../../../metrics/resultat.ts'
import { ACTES_ALERTE, type ActeAlerte, ETATS_ALERTE, type EtatAlerte, RAISONS_ALERTE } from '../../../web/alertes.ts'
import { type Condition, defineMachine } from '../machine.ts'

/** What a month shows of a line, beside what it was explained with. */
export interface FaitsAlerte {
  readonly mois: Mois
  readonly valeur: number | null
  readonly statut: Statut | null
  /** The month and the interval of its explanation; null where it has none. */
  readonly explication: { readonly jusqua: Mois; readonly icHaut: number | null } | null
  readonly mesureOuverte: boolean
}

export interface SaisieAlerte {
  readonly raison: string | null
  readonly texte: string
  readonly jusqua: Mois | null
}

type ConditionAlerte = Condition<FaitsAlerte, SaisieAlerte>

/** Months that an explanation may hold after the one that it is given of. */
const MOIS_AU_PLUS = 12

const UNE_EXPLICATION: ConditionAlerte = {
  exige: 'une raison de la liste, un texte, et le dernier mois qu’elle explique',
  manque: ({ mois }, { raison, texte, jusqua }) => {
    if (raison === null || !Object.hasOwn(RAISONS_ALERTE, raison)) return 'Une explication demande une raison.'
    if (texte === '') return 'Une explication demande un texte.'
    const dernier = moisPlus(mois, MOIS_AU_PLUS)
    return jusqua === null || jusqua < mois || jusqua > dernier
      ? `Une explication vaut jusqu’à un mois, de ${formatMois(mois)} à ${formatMois(dernier)}.`
      : null
  },
}

const ECHUE_OU_DEPASSEE: ConditionAlerte = {
  exige: 'le mois dit passé, ou une valeur au-dessus de l’intervalle avec lequel elle a été expliquée',
  manque: ({ mois, valeur, explication }) => {
    if (explication === null || mois > explication.jusqua) return null
    const depassee = valeur !== null && explication.icHaut !== null && valeur > explication.icHaut
    return depassee ? null : 'L’explication tient encore.'
  },
}

const CLOSE_EN_ALERTE: ConditionAlerte = {
  exige: 'la mesure close, et la ligne toujours en alerte',
  manque: ({ mesureOuverte, statut }) =>
    mesureOuverte || statut !== 'ALERTE' ? 'La mesure suit encore la ligne, ou l’alerte est levée.' : null,
}

/** The qualification of a line in alert: what a person says of it, and what takes it back to be looked at again. */
export const MACHINE_ALERTES = defineMachine<EtatAlerte, ActeAlerte, FaitsAlerte, SaisieAlerte>({
  etats: Object.keys(ETATS_ALERTE) as EtatAlerte[],
  actes: Object.keys(ACTES_ALERTE) as ActeAlerte[],
  passages: [
    { de: ['A_TRAITER'], acte: 'EXPLIQUER', qui: ['gestionnaire'], condition: UNE_EXPLICATION, vers: 'EXPLIQUE' },
    { de: ['A_TRAITER', 'EXPLIQUE'], acte: 'OUVRIR_MESURE', qui: ['gestionnaire'], vers: 'EN_MESURE' },
    { de: ['EXPLIQUE'], acte: 'REVENIR', qui: ['APPLICATION'], condition: ECHUE_OU_DEPASSEE, vers: 'A_TRAITER' },
    { de: ['EN_MESURE'], acte: 'RELEVER', qui: ['APPLICATION'], condition: CLOSE_EN_ALERTE, vers: 'A_TRAITER' },
  ],
})
