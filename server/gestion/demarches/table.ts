import {
  ACTES_DEMARCHE,
  type ActeDemarche,
  CODES_SORTES,
  type CodeSorte,
  ETATS_DEMARCHE,
  type EtatDemarche,
} from '../../../web/demarches/mots.ts'
import { SORTES } from '../../../web/demarches/registre.ts'
import type { SorteDemarche } from '../../../web/demarches/sorte.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine, type Machine } from '../machine.ts'

/** What acts are judged by. */
export interface FaitsDemarche {
  /** Who asks is who sent it. */
  readonly estAuteur: boolean
  /** A later snapshot shows it done. */
  readonly estMontree: boolean
}

/** What a person typed of an act. */
export interface SaisieActe {
  readonly texte: string
  /** The number that the demande has since been given; null where none was typed. */
  readonly numero: string | null
}

export type MachineDemarche = Machine<EtatDemarche, ActeDemarche, FaitsDemarche, SaisieActe>

type ConditionDemarche = Condition<FaitsDemarche, SaisieActe>

const EN_ETRE_L_AUTEUR: ConditionDemarche = {
  exige: 'en être l’auteur',
  manque: ({ estAuteur }) => (estAuteur ? null : 'Seule la personne qui l’a envoyée peut retirer une démarche.'),
}

const UN_MOTIF: ConditionDemarche = {
  exige: 'un motif',
  manque: (_, { texte }) => (texte === '' ? 'Un refus demande un motif.' : null),
}

const UNE_REPONSE: ConditionDemarche = {
  exige: 'la réponse',
  manque: (_, { texte }) => (texte === '' ? 'Une réponse sans texte ne s’envoie pas.' : null),
}

const UN_INSTANTANE: ConditionDemarche = {
  exige: 'un instantané qui le montre',
  manque: ({ estMontree }) => (estMontree ? null : 'Aucun instantané ne le montre encore.'),
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']

const ETATS = Object.keys(ETATS_DEMARCHE) as EtatDemarche[]
const ACTES = Object.keys(ACTES_DEMARCHE) as ActeDemarche[]

const machineDuneQuestion = ({ envoient }: SorteDemarche): MachineDemarche =>
  defineMachine<EtatDemarche, ActeDemarche, FaitsDemarche, SaisieActe>({
    etats: ETATS,
    actes: ACTES,
    passages: [
      { de: [null], acte: 'DEPOSER', qui: envoient, vers: 'RECUE' },
      { de: ['RECUE'], acte: 'TRANSMETTRE', qui: GESTIONNAIRE, vers: 'TRANSMISE' },
      { de: ['RECUE', 'TRANSMISE'], acte: 'REPONDRE', qui: GESTIONNAIRE, condition: UNE_REPONSE, vers: 'REPONDUE' },
    ],
  })

const machineDunFormulaire = ({ envoient, confirmee }: SorteDemarche): MachineDemarche =>
  defineMachine<EtatDemarche, ActeDemarche, FaitsDemarche, SaisieActe>({
    etats: ETATS,
    actes: ACTES,
    passages: [
      { de: [null], acte: 'DEPOSER', qui: envoient, vers: 'RECUE' },
      { de: ['RECUE'], acte: 'RETIRER', qui: envoient, condition: EN_ETRE_L_AUTEUR, vers: 'RETIREE' },
      { de: ['RECUE'], acte: 'PRENDRE', qui: GESTIONNAIRE, vers: 'EN_COURS' },
      { de: ['RECUE', 'EN_COURS'], acte: 'ACCEPTER', qui: GESTIONNAIRE, vers: 'ACCEPTEE' },
      { de: ['RECUE', 'EN_COURS'], acte: 'REFUSER', qui: GESTIONNAIRE, condition: UN_MOTIF, vers: 'REFUSEE' },
      { de: ['ACCEPTEE'], acte: 'FAIRE', qui: GESTIONNAIRE, vers: 'FAITE' },
      ...(confirmee === undefined
        ? []
        : ([
            {
              de: ['ACCEPTEE', 'FAITE'],
              acte: 'CONFIRMER',
              qui: ['APPLICATION'],
              condition: UN_INSTANTANE,
              vers: 'CONFIRMEE',
            },
          ] as const)),
    ],
  })

const machineDe = (sorte: SorteDemarche): MachineDemarche =>
  sorte.question ? machineDuneQuestion(sorte) : machineDunFormulaire(sorte)

/** The life of a démarche, by its kind: who may do what at each step, what it needs, where it leads. */
export const MACHINES_DEMARCHES = Object.fromEntries(
  CODES_SORTES.map((code) => [code, machineDe(SORTES[code])]),
) as Readonly<Record<CodeSorte, MachineDemarche>>
