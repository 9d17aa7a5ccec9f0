export const CATEGORIES = [
  'BAILLEUR',
  'COMMUNE',
  'EPCI',
  'DEPARTEMENT',
  'ETAT',
  'ACTION_LOGEMENT',
  'EMPLOYEUR',
  'SIAO',
  'AUTRE_RESERVATAIRE',
  'PORTAIL',
  'GESTIONNAIRE',
] as const

export const MODES = ['DIRECT', 'PRIVATIF', 'PORTAIL'] as const

export const TYPES_DEMANDEUR = ['PERSONNE', 'ASSOCIATION'] as const

export const STATUTS = ['ACTIVE', 'RADIEE'] as const

export const CANAUX = ['GUICHET', 'INTERFACE', 'PORTAIL'] as const

/** The first six are the closed list of CCH R441-2-8. */
export const MOTIFS_RADIATION = [
  'ATTRIBUTION',
  'RENONCIATION',
  'ABSENCE_REPONSE',
  'IRRECEVABILITE',
  'NON_RENOUVELLEMENT',
  'FUSION',
  'SUPPRESSION_DOUBLON',
  'AUTRE',
] as const

export const MOTIFS_FORCAGE = ['HOMONYMIE', 'SEPARATION', 'CORRECTION', 'AUTRE'] as const

export const SITUATIONS_FAMILIALES = ['CELIBATAIRE', 'MARIE', 'PACSE', 'CONCUBIN', 'SEPARE', 'DIVORCE', 'VEUF'] as const

export const NATIONALITES = ['FRANCAISE', 'UE', 'HORS_UE'] as const

export const SITUATIONS_PROFESSIONNELLES = [
  'CDI',
  'CDD',
  'INDEPENDANT',
  'AGRICULTEUR',
  'APPRENTI',
  'ETUDIANT',
  'CHOMAGE',
  'RETRAITE',
  'AUTRE',
] as const

/** LOCATAIRE_HLM is what the field calls a « mutation ». */
export const LOGEMENTS_ACTUELS = [
  'LOCATAIRE_HLM',
  'LOCATAIRE_PRIVE',
  'RESIDENCE_SOCIALE',
  'RESIDENCE_ETUDIANTE',
  'SOUS_LOCATAIRE',
  'LOGEMENT_FONCTION',
  'PROPRIETAIRE',
  'LOGE_GRATUIT',
  'CHEZ_PARENTS',
  'CHEZ_TIERS',
  'HEBERGEMENT',
  'CENTRE_MATERNEL',
  'HOTEL',
  'CAMPING',
  'SQUAT',
  'SANS_ABRI',
  'OCCUPANT_SANS_TITRE',
  'HABITAT_MOBILE',
] as const

export const MOTIFS_DEMANDE = [
  'SANS_LOGEMENT',
  'DEMOLITION',
  'INDECENT',
  'REPRIS',
  'EXPULSION',
  'VIOLENCES',
  'HANDICAP',
  'SANTE',
  'TROP_CHER',
  'TROP_GRAND',
  'TROP_PETIT',
  'SEPARATION',
  'DECOHABITATION',
  'UNION',
  'REGROUPEMENT',
  'ASSISTANTE_MATERNELLE',
  'VOISINAGE',
  'MUTATION_PRO',
  'RAPPROCHEMENT',
  'ACCEDANT',
  'RENOUVELLEMENT_URBAIN',
  'INSALUBRE',
  'AUTRE',
] as const

export const TYPOLOGIES = ['CHAMBRE', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6'] as const

export const RESERVATAIRES = [
  'ETAT_FONCTIONNAIRES',
  'ETAT_PRIORITAIRES',
  'COLLECTIVITES',
  'EMPLOYEURS',
  'AUTRE',
  'NON_RESERVE',
] as const

export const TYPES_MESSAGE = ['CREATION', 'MODIFICATION', 'RENOUVELLEMENT', 'RADIATION'] as const

export const STATUTS_MESSAGE = ['ACCEPTE', 'REJETE'] as const

/** What stands for a filled code that is outside its list: known for completeness, compared as one value. */
export const HORS_LISTE = 'HORS_LISTE'
