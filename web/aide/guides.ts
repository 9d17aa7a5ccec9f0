import type { Tache } from './tache.ts'
import { CHANGER_DE_MOIS, CHERCHER, COMPTE, EMPORTER, METHODE } from './taches/commun.ts'
import { MONTRER_SES_PIECES, RELIRE_SUR_PIECES, VERIFIER_LES_CIVILITES } from './taches/echantillons.ts'
import { CONTROLER, LIRE_LA_GESTION, TENIR_L_AGENDA } from './taches/gestion.ts'
import { CORRIGER, DEMANDER, MES_CHIFFRES, SIGNALER } from './taches/guichet.ts'
import {
  CONFIRMER_SES_AGENTS,
  DROITS_EXERCES,
  NOTER_SON_ACTIVITE,
  REVOIR_LES_HABILITATIONS,
  SUIVRE_LES_HABILITATIONS,
} from './taches/habilitations.ts'
import { ATTRIBUTIONS, COURBE, DOSSIERS, ENTONNOIR, INDICATEUR, SYNTHESE, TENDANCE } from './taches/lire.ts'
import {
  ECRIRE_UNE_LETTRE,
  EXPLIQUER_UNE_ALERTE,
  MESURES_SIGNALEES,
  OUVRIR_MESURE,
  REPONDRE_A_UNE_MESURE,
} from './taches/mesures.ts'
import { CONFIRMER_SA_FICHE, LIRE_LA_CHARTE, TENIR_LE_REGISTRE } from './taches/registre.ts'
import { CHANGEMENT, FORCAGE, QUALIFIER, REPONDRE, SUIVI, VOIR_DOUBLONS } from './taches/suivre.ts'
import {
  BILANS,
  CHARGER,
  COMPTES,
  JETON,
  JOURNAL,
  LIRE_LES_RAPPORTS,
  NOTER,
  PUBLIER_UN_RAPPORT,
  RAPPORT,
  RELIRE_UN_RAPPORT,
  REQUETE,
  SEUIL,
  TABLEAUX,
} from './taches/tenir.ts'

/** What a role comes to do, the most frequent first. */
export interface Guide {
  readonly role: string
  readonly libelle: string
  readonly taches: readonly Tache[]
}

const PARTOUT = [EMPORTER, CHANGER_DE_MOIS, CHERCHER, METHODE, COMPTE] as const
const D_EN_HAUT = [
  SYNTHESE,
  INDICATEUR,
  TENDANCE,
  ATTRIBUTIONS,
  MESURES_SIGNALEES,
  LIRE_LES_RAPPORTS,
  ...PARTOUT,
] as const

export const GUIDES: readonly [Guide, ...Guide[]] = [
  {
    role: 'gestionnaire',
    libelle: 'Gestionnaire',
    taches: [
      ...[CHARGER, CONTROLER, RELIRE_SUR_PIECES, VERIFIER_LES_CIVILITES],
      ...[TENIR_L_AGENDA, SUIVRE_LES_HABILITATIONS, REVOIR_LES_HABILITATIONS],
      ...[NOTER_SON_ACTIVITE, DROITS_EXERCES, TENIR_LE_REGISTRE],
      ...[CHANGEMENT, SUIVI, COURBE, NOTER, ENTONNOIR, INDICATEUR, DOSSIERS],
      ...[EXPLIQUER_UNE_ALERTE, OUVRIR_MESURE, ECRIRE_UNE_LETTRE, QUALIFIER, FORCAGE, REPONDRE],
      ...[ATTRIBUTIONS, TABLEAUX, REQUETE, PUBLIER_UN_RAPPORT],
      ...[SEUIL, COMPTES, JOURNAL, JETON],
      ...PARTOUT,
    ],
  },
  {
    role: 'guichet',
    libelle: 'Guichet',
    taches: [
      ...[CORRIGER, CONFIRMER_SES_AGENTS, CONFIRMER_SA_FICHE, LIRE_LA_CHARTE, REPONDRE_A_UNE_MESURE],
      ...[MONTRER_SES_PIECES, SIGNALER, DEMANDER, MES_CHIFFRES, COURBE, DOSSIERS, INDICATEUR],
      ...PARTOUT,
    ],
  },
  { role: 'prefet', libelle: 'Préfet', taches: D_EN_HAUT },
  { role: 'copil', libelle: 'Comité', taches: D_EN_HAUT },
  { role: 'partenaire', libelle: 'Partenaire', taches: [BILANS, LIRE_LA_CHARTE, METHODE, COMPTE] },
  {
    role: 'etat',
    libelle: 'État',
    taches: [
      ...[CHANGEMENT, SUIVI, COURBE, ENTONNOIR, INDICATEUR, DOSSIERS],
      ...[VOIR_DOUBLONS, ATTRIBUTIONS, TABLEAUX, REQUETE, RAPPORT, RELIRE_UN_RAPPORT, LIRE_LA_GESTION],
      ...PARTOUT,
    ],
  },
]

const [PREMIER] = GUIDES

/** The guide of a role; the first where it has none. */
export const guideDe = (role: string | undefined): Guide => GUIDES.find((guide) => guide.role === role) ?? PREMIER
