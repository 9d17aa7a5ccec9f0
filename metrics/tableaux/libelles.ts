import { decoupage } from './decoupage.ts'
import { INCONNU } from './tableau.ts'

type Mots = Readonly<Record<string, string>>

const OUI_NON: Mots = { OUI: 'Oui', NON: 'Non' }

const LOGEMENTS: Mots = {
  LOCATAIRE_HLM: 'Locataire d’un logement social',
  LOCATAIRE_PRIVE: 'Locataire du parc privé',
  RESIDENCE_SOCIALE: 'Résidence sociale ou foyer',
  RESIDENCE_ETUDIANTE: 'Résidence étudiante',
  SOUS_LOCATAIRE: 'Sous-locataire ou hébergé temporairement',
  LOGEMENT_FONCTION: 'Logement de fonction',
  PROPRIETAIRE: 'Propriétaire occupant',
  LOGE_GRATUIT: 'Logé à titre gratuit',
  CHEZ_PARENTS: 'Chez ses parents ou ses enfants',
  CHEZ_TIERS: 'Chez un particulier',
  HEBERGEMENT: 'Structure d’hébergement',
  CENTRE_MATERNEL: 'Centre départemental de l’enfance ou maternel',
  HOTEL: 'Hôtel',
  CAMPING: 'Camping ou caravaning',
  SQUAT: 'Squat',
  SANS_ABRI: 'Sans abri ou abri de fortune',
  OCCUPANT_SANS_TITRE: 'Occupant sans titre',
  HABITAT_MOBILE: 'Habitat mobile',
}

const TYPES: Mots = { CHAMBRE: 'Chambre', T6: 'T6 et plus' }

const SORTIES: Mots = {
  NOUVELLE: 'Demandes nouvelles',
  REACTIVEE: 'Demandes réactivées',
  TARDIVE: 'Enregistrements tardifs',
  ATTRIBUTION: 'Attribution d’un logement',
  RENONCIATION: 'Renonciation du demandeur',
  ABSENCE_REPONSE: 'Absence de réponse',
  IRRECEVABILITE: 'Irrecevabilité',
  NON_RENOUVELLEMENT: 'Non-renouvellement',
  FUSION: 'Fusion',
  SUPPRESSION_DOUBLON: 'Suppression d’un doublon',
  AUTRE: 'Autre motif',
  ABSENTE: 'Absentes du fichier',
  CHANGEMENT: 'Passées d’un filtre à l’autre',
  [INCONNU]: 'Motif non renseigné',
}

const RESSOURCES: Mots = {
  '0': 'Sans ressources',
  '1-499': 'Moins de 500\u00a0€',
  '500-999': '500 à 999\u00a0€',
  '1000-1499': '1\u202f000 à 1\u202f499\u00a0€',
  '1500-1999': '1\u202f500 à 1\u202f999\u00a0€',
  '2000-2999': '2\u202f000 à 2\u202f999\u00a0€',
  '>=3000': '3\u202f000\u00a0€ et plus',
}

/** Values of each field in words; those that are not here are said as they are. */
const MOTS: Readonly<Record<string, Mots>> = {
  poste: { STOCK_DEBUT: 'Stock de début', ENTREE: 'Entrées', SORTIE: 'Sorties', STOCK_FIN: 'Stock de fin' },
  detail: SORTIES,
  anciennete: {
    '<1': 'Moins d’un an',
    '1': '1\u00a0an',
    '2': '2\u00a0ans',
    '3': '3\u00a0ans',
    '4': '4\u00a0ans',
    '5-9': '5 à 9\u00a0ans',
    '>=10': '10\u00a0ans et plus',
  },
  nationalite: { FRANCAISE: 'Française', UE: 'Union européenne', HORS_UE: 'Hors Union européenne' },
  taille: { '1': '1 personne', '>=6': '6 personnes et plus' },
  personnes_a_charge: { '0': 'Aucune', '>=6': '6 et plus' },
  situation_professionnelle: {
    INDEPENDANT: 'Indépendant',
    AGRICULTEUR: 'Agriculteur',
    APPRENTI: 'Apprenti',
    ETUDIANT: 'Étudiant',
    CHOMAGE: 'Chômage',
    RETRAITE: 'Retraite',
    AUTRE: 'Autre',
  },
  situation_familiale: {
    CELIBATAIRE: 'Célibataire',
    MARIE: 'Marié',
    PACSE: 'Pacsé',
    CONCUBIN: 'Concubin',
    SEPARE: 'Séparé',
    DIVORCE: 'Divorcé',
    VEUF: 'Veuf',
  },
  ressources: RESSOURCES,
  logement_actuel: LOGEMENTS,
  motif_demande: {
    SANS_LOGEMENT: 'Sans logement ou hébergé',
    DEMOLITION: 'Démolition',
    INDECENT: 'Logement non décent',
    REPRIS: 'Logement repris ou vendu',
    EXPULSION: 'Procédure d’expulsion',
    VIOLENCES: 'Violences',
    HANDICAP: 'Handicap',
    SANTE: 'Raisons de santé',
    TROP_CHER: 'Logement trop cher',
    TROP_GRAND: 'Logement trop grand',
    TROP_PETIT: 'Logement trop petit',
    SEPARATION: 'Divorce ou séparation',
    DECOHABITATION: 'Décohabitation',
    UNION: 'Mariage, pacs, concubinage',
    REGROUPEMENT: 'Regroupement familial',
    ASSISTANTE_MATERNELLE: 'Assistante maternelle',
    VOISINAGE: 'Environnement ou voisinage',
    MUTATION_PRO: 'Mutation professionnelle',
    RAPPROCHEMENT: 'Rapprochement du lieu de travail',
    ACCEDANT: 'Accédant en difficulté',
    RENOUVELLEMENT_URBAIN: 'Renouvellement urbain',
    INSALUBRE: 'Logement insalubre',
    AUTRE: 'Autre motif',
  },
  typologie_souhaitee: TYPES,
  typologie_logement: TYPES,
  reservataire: {
    ETAT_FONCTIONNAIRES: 'État, fonctionnaires',
    ETAT_PRIORITAIRES: 'État, prioritaires',
    COLLECTIVITES: 'Collectivités',
    EMPLOYEURS: 'Employeurs (Action Logement)',
    AUTRE: 'Autre réservataire',
    NON_RESERVE: 'Non réservé',
  },
  dalo: OUI_NON,
  en_qpv: OUI_NON,
  ventilation: {
    logement_actuel: 'Ancien logement',
    relogement_anru: 'Relogement ANRU',
    accord_collectif: 'Accord collectif',
  },
  valeur: { ...OUI_NON, ...LOGEMENTS },
  objectif: {
    Q1_HORS_QPV: 'Hors QPV, premier quartile (25 %)',
    Q234_QPV: 'En QPV, autres quartiles (50 %)',
    PRIORITAIRES: 'DALO ou prioritaires (25 %)',
  },
}

const LIEUX = new Set(['commune', 'commune_souhaitee', 'epci'])

const borner = (champ: string, valeur: string): string => {
  if (champ === 'age')
    return `${valeur
      .replace(/^<(\d+)$/, 'Moins de $1')
      .replace(/^>=(\d+)$/, '$1 ans et plus')
      .replace(/^(\d+)-(\d+)$/, '$1 à $2')}${valeur.startsWith('>=') ? '' : '\u00a0ans'}`
  return champ === 'taille' ? `${valeur} personnes` : valeur
}

/** A field's value as people read it. */
export const libelleDe = (champ: string, valeur: string): string => {
  const dit = MOTS[champ]?.[valeur]
  if (dit !== undefined) return dit
  if (valeur === INCONNU) return 'Non renseigné'
  if (valeur === 'HORS_LISTE') return 'Hors liste'
  return LIEUX.has(champ) ? decoupage().nomDe(valeur) : borner(champ, valeur)
}
