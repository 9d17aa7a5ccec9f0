import { formatJour } from '../../../ingest/socle/francais/format.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { ACTES_CONVENTION, type ActeConvention, ETATS_CONVENTION, type EtatConvention } from '../../../web/registre.ts'
import type { SituationConvention } from '../../../web/registre-vue.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine } from '../machine.ts'

/** What the acts of a convention are judged by. */
export interface FaitsConvention extends SituationConvention {
  readonly aujourdhui: Jour
  /** Of the service: a landlord's and a State service's refusal to sign is met by an arrêté. */
  readonly categorie: string
  /** Whether a charte to adhere to has been validated. */
  readonly charteEnVigueur: boolean
}

export interface SaisieConvention {
  readonly jour: Jour | null
  readonly texte: string
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']

type ConditionConvention = Condition<FaitsConvention, SaisieConvention>

/** The day of an act: given, and not to come. */
const jourManque = ({ aujourdhui }: FaitsConvention, { jour }: SaisieConvention): string | null =>
  jour === null || jour > aujourdhui ? 'L’acte porte le jour où il a été fait, qui n’est pas à venir.' : null

/** The day of the act, and not before that of the convention it is of. */
const apresSignature = (faits: FaitsConvention, saisie: SaisieConvention): string | null => {
  const { signeeLe } = faits
  const manque = jourManque(faits, saisie)
  if (manque !== null || signeeLe === null || saisie.jour === null) return manque
  return saisie.jour < signeeLe ? `La convention en cours a été signée le ${formatJour(signeeLe)}.` : null
}

const UNE_SIGNATURE: ConditionConvention = {
  exige: 'le jour de la signature, après celle d’avant',
  manque: (faits, saisie) =>
    saisie.jour !== null && saisie.jour === faits.signeeLe
      ? 'Cette convention est déjà inscrite, signée ce jour-là.'
      : apresSignature(faits, saisie),
}

const UN_RENOUVELLEMENT: ConditionConvention = {
  exige: 'le jour du renouvellement, avant la fin des six ans',
  manque: (faits, saisie) => {
    const { terme, finLe } = faits
    const manque = apresSignature(faits, saisie)
    if (manque !== null) return manque
    return finLe !== null && terme === finLe
      ? `La convention prend fin le ${formatJour(finLe)}, sans renouvellement : en signer une autre.`
      : null
  },
}

/** Categories of services that are named by an arrêté where they refuse to sign. */
const PAR_ARRETE: readonly string[] = ['BAILLEUR', 'ETAT']

const UN_ARRETE: ConditionConvention = {
  exige: 'un bailleur ou un service de l’État sans convention en cours, le jour et la référence de l’arrêté',
  manque: (faits, saisie) => {
    if (!PAR_ARRETE.includes(faits.categorie))
      return 'L’arrêté supplée au refus de signer d’un bailleur ou d’un service de l’État, et d’eux seuls.'
    const manque = apresSignature(faits, saisie)
    if (manque !== null) return manque
    if (faits.etat === 'SIGNEE' && faits.terme !== null && saisie.jour !== null && saisie.jour <= faits.terme)
      return `Une convention est en cours jusqu’au ${formatJour(faits.terme)}.`
    return saisie.texte === '' ? 'La référence de l’arrêté manque.' : null
  },
}

const UN_RETRAIT: ConditionConvention = {
  exige: 'le jour où le préfet prend acte du retrait',
  manque: apresSignature,
}

const UNE_CHARTE: ConditionConvention = {
  exige: 'le jour de l’adhésion, et une charte validée',
  manque: (faits, saisie) =>
    faits.charteEnVigueur ? jourManque(faits, saisie) : 'Le comité n’a encore validé aucune charte.',
}

/** The life of a convention: signed, renewed each year for six, or replaced by an arrêté, or withdrawn from. */
export const MACHINE_CONVENTION = defineMachine<EtatConvention, ActeConvention, FaitsConvention, SaisieConvention>({
  etats: Object.keys(ETATS_CONVENTION) as EtatConvention[],
  actes: Object.keys(ACTES_CONVENTION) as ActeConvention[],
  passages: [
    {
      de: [null, 'SIGNEE', 'ARRETE', 'RETIREE'],
      acte: 'SIGNER',
      qui: GESTIONNAIRE,
      condition: UNE_SIGNATURE,
      vers: 'SIGNEE',
    },
    { de: ['SIGNEE'], acte: 'RENOUVELER', qui: GESTIONNAIRE, condition: UN_RENOUVELLEMENT, vers: 'MEME' },
    { de: [null, 'SIGNEE', 'RETIREE'], acte: 'ARRETER', qui: GESTIONNAIRE, condition: UN_ARRETE, vers: 'ARRETE' },
    { de: ['SIGNEE'], acte: 'PRENDRE_ACTE', qui: GESTIONNAIRE, condition: UN_RETRAIT, vers: 'RETIREE' },
    { de: ['SIGNEE', 'ARRETE'], acte: 'ADHERER', qui: GESTIONNAIRE, condition: UNE_CHARTE, vers: 'MEME' },
  ],
})
