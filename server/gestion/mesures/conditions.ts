import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { MOTIFS_CLOTURE, MOYENS_ENVOI, SUITES_MESURE } from '../../../web/mesures.ts'
import type { Condition } from '../machine.ts'
import { estPassee, type FaitsMesure, type SaisieMesure } from './faits.ts'

type ConditionMesure = Condition<FaitsMesure, SaisieMesure>

const estCode = (codes: Readonly<Record<string, string>>, code: string | null): boolean =>
  code !== null && Object.hasOwn(codes, code)

const texteRequis = (exige: string, phrase: string): ConditionMesure => ({
  exige,
  manque: (_, { texte }) => (texte === '' ? phrase : null),
})

export const UN_MESSAGE = texteRequis('un texte', 'Un message sans texte ne s’envoie pas.')

export const UN_DOCUMENT = texteRequis('un document, et ce qu’il est', 'Dire ce qu’est le document joint.')

export const UN_MOTIF = texteRequis('un motif', 'Rouvrir une mesure demande un motif.')

export const UNE_REPONSE: ConditionMesure = {
  exige: 'un plan d’actions ou des observations',
  manque: (_, { texte, plan }) =>
    texte === '' && plan === '' ? 'Une réponse porte un plan d’actions, des observations ou les deux.' : null,
}

/** The answer's time is past without a plan, or two snapshots after the plan show nothing better, or a reason is written. */
export const FONDEE: ConditionMesure = {
  exige: 'l’échéance passée sans plan, ou deux instantanés sans amélioration après le plan, ou un motif écrit',
  manque: (faits, { texte }) => {
    if (texte !== '' || faits.sansAmelioration || (faits.planRecu === null && estPassee(faits))) return null
    return faits.planRecu === null
      ? `L’échéance du ${formatJour(faits.echeance)} n’est pas passée : formaliser dès maintenant demande un motif écrit.`
      : 'Deux instantanés n’ont pas encore suivi le plan sans montrer d’amélioration : formaliser demande un motif écrit.'
  },
}

/** The observations on the formal demand are received; or their time is past, and that it was sent is proved. */
export const ENTENDUE: ConditionMesure = {
  exige: 'les observations reçues, ou leur délai passé et l’envoi de la demande enregistré',
  manque: (faits) => {
    if (faits.observationsSurDemande !== null) return null
    const passe = estPassee(faits)
    if (passe && faits.envoiDeLaDemande !== null) return null
    const delai = `le délai du service court jusqu’au ${formatJour(faits.echeance)}`
    const envoi = 'l’envoi de la demande n’est pas enregistré'
    if (passe) return `Les observations ne sont pas reçues, et ${envoi} : rien ne prouve que le service s’est tu.`
    return `Les observations ne sont pas reçues, et ${delai}.`
  },
}

export const UNE_SUITE: ConditionMesure = {
  exige: 'la procédure engagée ou non, sa date et un texte',
  manque: ({ aujourdhui }, { code, jour, texte }) => {
    if (!estCode(SUITES_MESURE, code)) return 'Dire si une procédure est engagée ou non.'
    if (jour === null || jour > aujourdhui) return 'La suite porte la date de la décision, qui n’est pas à venir.'
    return texte === '' ? 'La suite demande un texte.' : null
  },
}

export const UNE_NOUVELLE_ECHEANCE: ConditionMesure = {
  exige: 'une date à venir',
  manque: ({ aujourdhui }, { jour }) =>
    jour === null || jour <= aujourdhui ? 'La nouvelle échéance est une date à venir.' : null,
}

export const UN_ENVOI: ConditionMesure = {
  exige: 'le jour de l’envoi et son moyen',
  manque: ({ aujourdhui, ouverteLe }, { jour, code }) => {
    if (!estCode(MOYENS_ENVOI, code)) return 'Dire par quel moyen l’envoi a été fait.'
    return jour === null || jour > aujourdhui || jour < ouverteLe
      ? 'L’envoi porte le jour où il a été fait, depuis l’ouverture de la mesure.'
      : null
  },
}

/** Corrected: out of alert two months running, else a sentence; put with another: which one. */
export const UN_MOTIF_DE_CLOTURE: ConditionMesure = {
  exige:
    'un motif : corrigée (deux mois de suite hors alerte, sinon une phrase), sans objet, regroupée (avec laquelle)',
  manque: ({ corrigee }, { code, texte, autre }) => {
    if (!estCode(MOTIFS_CLOTURE, code)) return 'Clore une mesure demande un motif.'
    if (code === 'CORRIGEE' && !corrigee && texte === '')
      return 'Les indicateurs ne sont pas tous hors alerte depuis deux mois de suite : clore comme corrigée demande une phrase qui dise pourquoi.'
    if (code === 'REGROUPEE' && autre === null)
      return 'Une mesure regroupée nomme l’autre : une mesure ouverte du même service.'
    return null
  },
}
