import {
  ACTES_CONFIRMATION,
  type ActeConfirmation,
  CHAMPS_PROPOSES,
  ETATS_CONFIRMATION,
  type EtatConfirmation,
  type Fiche,
} from '../../../web/registre.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine, etatApres } from '../machine.ts'

/** What is typed of a confirmation: the fields that would change, a text. */
export interface SaisieConfirmation {
  readonly propose: Partial<Fiche>
  readonly texte: string
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']
const SERVICE: readonly Role[] = ['guichet']

const texteRequis = (exige: string, phrase: string): Condition<null, SaisieConfirmation> => ({
  exige,
  manque: (_, { texte }) => (texte === '' ? phrase : null),
})

const DES_CORRECTIONS: Condition<null, SaisieConfirmation> = {
  exige: 'un champ changé, ou un message',
  manque: (_, { propose, texte }) =>
    Object.keys(propose).length === 0 && texte === ''
      ? 'Rien n’est changé dans la fiche : choisir « Rien n’a changé », ou corriger un champ.'
      : null,
}

/** The yearly confirmation of a sheet: by the service itself, or its corrections accepted by the gestionnaire. */
export const MACHINE_CONFIRMATION = defineMachine<EtatConfirmation, ActeConfirmation, null, SaisieConfirmation>({
  etats: Object.keys(ETATS_CONFIRMATION) as EtatConfirmation[],
  actes: Object.keys(ACTES_CONFIRMATION) as ActeConfirmation[],
  passages: [
    { de: ['ATTENDUE'], acte: 'CONFIRMER', qui: SERVICE, vers: 'CONFIRMEE' },
    {
      de: ['ATTENDUE', 'PROPOSEE'],
      acte: 'PROPOSER',
      qui: SERVICE,
      condition: DES_CORRECTIONS,
      vers: 'PROPOSEE',
    },
    { de: ['PROPOSEE'], acte: 'RETIRER', qui: SERVICE, vers: 'ATTENDUE' },
    { de: ['ATTENDUE'], acte: 'RELANCER', qui: GESTIONNAIRE, vers: 'MEME' },
    {
      de: ['ATTENDUE'],
      acte: 'CONSTATER',
      qui: GESTIONNAIRE,
      condition: texteRequis('comment le service a confirmé', 'Dire comment le service a confirmé sa fiche.'),
      vers: 'CONFIRMEE',
    },
    { de: ['PROPOSEE'], acte: 'ACCEPTER', qui: GESTIONNAIRE, vers: 'CONFIRMEE' },
    {
      de: ['PROPOSEE'],
      acte: 'REFUSER',
      qui: GESTIONNAIRE,
      condition: texteRequis('un motif', 'Refuser des corrections demande un motif.'),
      vers: 'ATTENDUE',
    },
  ],
})

/** Where the confirmation of a year stands, from what was done of it. */
export const etatConfirmation = (actes: readonly { readonly acte: ActeConfirmation }[]): EtatConfirmation =>
  etatApres(MACHINE_CONFIRMATION, 'ATTENDUE', actes)

/** The fields of a proposal that differ from the sheet, of those that a service may correct. */
export const corrections = (fiche: Fiche, proposee: Partial<Fiche>): Partial<Fiche> =>
  Object.fromEntries(
    CHAMPS_PROPOSES.flatMap((nom) => {
      const dit = proposee[nom]
      return dit === undefined || dit === fiche[nom] ? [] : [[nom, dit] as const]
    }),
  )
