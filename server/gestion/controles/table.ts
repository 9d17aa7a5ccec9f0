import { ACTES_CONTROLE, type ActeControle, ETATS_CONTROLE, type EtatControle } from '../../../web/controles.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine } from '../machine.ts'

/** What the acts of a control are judged by. */
export interface FaitsControle {
  /** The month has its snapshot. */
  readonly instantane: boolean
  readonly pointsVus: number
  /** The delay after the end of the month has passed. */
  readonly delaiPasse: boolean
}

export interface SaisieControle {
  readonly texte: string
}

type ConditionControle = Condition<FaitsControle, SaisieControle>

const NOMBRE_DE_POINTS = 12
const MOTIF = 'Un motif est demandé.'

const DOUZE_POINTS: ConditionControle = {
  exige: 'l’instantané du mois, et les douze points vus',
  manque: ({ instantane, pointsVus }) => {
    if (!instantane)
      return 'Ce mois n’a pas d’instantané : charger celui qui le clôt, ou signer sans lui passé le délai.'
    return pointsVus === NOMBRE_DE_POINTS ? null : 'Les douze points ne sont pas tous vus.'
  },
}

const SANS_INSTANTANE: ConditionControle = {
  exige: 'aucun instantané, le délai passé, et un motif',
  manque: ({ instantane, delaiPasse }, { texte }) => {
    if (instantane || !delaiPasse)
      return 'Ce mois a un instantané, ou son délai n’est pas passé : il se signe douze points vus.'
    return texte === '' ? MOTIF : null
  },
}

const UN_MOTIF: ConditionControle = { exige: 'un motif', manque: (_, { texte }) => (texte === '' ? MOTIF : null) }

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']
const A_SIGNER: readonly EtatControle[] = ['EN_COURS', 'ROUVERT']

/** The life of a month's control: ticked and noted point by point, signed, opened again with a reason. */
export const MACHINE_CONTROLES = defineMachine<EtatControle, ActeControle, FaitsControle, SaisieControle>({
  etats: Object.keys(ETATS_CONTROLE) as EtatControle[],
  actes: Object.keys(ACTES_CONTROLE) as ActeControle[],
  passages: [
    { de: ['A_FAIRE', 'EN_COURS'], acte: 'COCHER', qui: GESTIONNAIRE, vers: 'EN_COURS' },
    { de: ['A_FAIRE', 'EN_COURS'], acte: 'NOTER', qui: GESTIONNAIRE, vers: 'EN_COURS' },
    { de: ['ROUVERT'], acte: 'COCHER', qui: GESTIONNAIRE, vers: 'MEME' },
    { de: ['ROUVERT'], acte: 'NOTER', qui: GESTIONNAIRE, vers: 'MEME' },
    { de: A_SIGNER, acte: 'DECOCHER', qui: GESTIONNAIRE, vers: 'MEME' },
    { de: A_SIGNER, acte: 'SIGNER', qui: GESTIONNAIRE, condition: DOUZE_POINTS, vers: 'SIGNE' },
    {
      de: ['A_FAIRE', ...A_SIGNER],
      acte: 'SIGNER_SANS_INSTANTANE',
      qui: GESTIONNAIRE,
      condition: SANS_INSTANTANE,
      vers: 'SIGNE',
    },
    { de: ['SIGNE'], acte: 'ROUVRIR', qui: GESTIONNAIRE, condition: UN_MOTIF, vers: 'ROUVERT' },
  ],
})
