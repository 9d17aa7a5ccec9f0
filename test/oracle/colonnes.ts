/** The contract's columns of `demandes`, copied from the specification by hand: a list is a list of codes. */

const TYPOLOGIES = ['CHAMBRE', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6'] as const

export const COLONNES = {
  numero_unique: 'numero',
  type_demandeur: ['PERSONNE', 'ASSOCIATION'],
  statut: ['ACTIVE', 'RADIEE'],
  canal: ['GUICHET', 'INTERFACE', 'PORTAIL'],
  guichet_enregistrement: 'guichet',
  date_depot: 'date',
  date_attestation: 'date',
  date_piece_identite: 'date',
  date_enregistrement: 'date',
  date_echeance: 'date',
  date_renouvellement: 'date',
  guichet_renouvellement: 'guichet',
  date_modification: 'date',
  guichet_modification: 'guichet',
  date_preavis: 'date',
  reprise_anciennete: 'booleen',
  date_radiation: 'date',
  date_saisie_radiation: 'date',
  guichet_radiation: 'guichet',
  motif_radiation: [
    'ATTRIBUTION',
    'RENONCIATION',
    'ABSENCE_REPONSE',
    'IRRECEVABILITE',
    'NON_RENOUVELLEMENT',
    'FUSION',
    'SUPPRESSION_DOUBLON',
    'AUTRE',
  ],
  forcage_doublon: 'booleen',
  motif_forcage: ['HOMONYMIE', 'SEPARATION', 'CORRECTION', 'AUTRE'],
  numero_unique_rapproche: 'texte',
  nom: 'texte',
  nom_naissance: 'texte',
  prenom: 'texte',
  date_naissance: 'date',
  conjoint_nom_naissance: 'texte',
  conjoint_prenom: 'texte',
  conjoint_date_naissance: 'date',
  code_postal: 'postal',
  telephone: 'texte',
  courriel: 'texte',
  situation_familiale: ['CELIBATAIRE', 'MARIE', 'PACSE', 'CONCUBIN', 'SEPARE', 'DIVORCE', 'VEUF'],
  nationalite: ['FRANCAISE', 'UE', 'HORS_UE'],
  situation_professionnelle: [
    'CDI',
    'CDD',
    'INDEPENDANT',
    'AGRICULTEUR',
    'APPRENTI',
    'ETUDIANT',
    'CHOMAGE',
    'RETRAITE',
    'AUTRE',
  ],
  nb_personnes: 'entier',
  ressources_mensuelles: 'nombre',
  revenu_fiscal_reference: 'nombre',
  logement_actuel:
    'LOCATAIRE_HLM LOCATAIRE_PRIVE RESIDENCE_SOCIALE RESIDENCE_ETUDIANTE SOUS_LOCATAIRE LOGEMENT_FONCTION PROPRIETAIRE LOGE_GRATUIT CHEZ_PARENTS CHEZ_TIERS HEBERGEMENT CENTRE_MATERNEL HOTEL CAMPING SQUAT SANS_ABRI OCCUPANT_SANS_TITRE HABITAT_MOBILE'.split(
      ' ',
    ),
  motif_demande:
    'SANS_LOGEMENT DEMOLITION INDECENT REPRIS EXPULSION VIOLENCES HANDICAP SANTE TROP_CHER TROP_GRAND TROP_PETIT SEPARATION DECOHABITATION UNION REGROUPEMENT ASSISTANTE_MATERNELLE VOISINAGE MUTATION_PRO RAPPROCHEMENT ACCEDANT RENOUVELLEMENT_URBAIN INSALUBRE AUTRE'.split(
      ' ',
    ),
  typologie_souhaitee: TYPOLOGIES,
  commune_souhaitee: 'insee',
  date_signature_bail: 'date',
  siren_bailleur: 'siren',
  numero_rpls: 'rpls',
  adresse_logement: 'texte',
  commune_logement: 'insee',
  typologie_logement: TYPOLOGIES,
  surface_logement: 'nombre',
  en_qpv: 'booleen',
  reservataire: ['ETAT_FONCTIONNAIRES', 'ETAT_PRIORITAIRES', 'COLLECTIVITES', 'EMPLOYEURS', 'AUTRE', 'NON_RESERVE'],
  dalo: 'booleen',
  mutation_interne: 'booleen',
  accord_collectif: 'booleen',
  relogement_anru: 'booleen',
  public_prioritaire: 'booleen',
  unites_consommation: 'nombre',
  personnes_a_charge: 'entier',
  tranche_plafond: 'texte',
} as const

export type Colonne = keyof typeof COLONNES

export const NOMS = Object.keys(COLONNES) as Colonne[]

/** Booleans that many tools export only where they are a yes. */
export const OUI_OU_VIDE: readonly Colonne[] = [
  'dalo',
  'en_qpv',
  'mutation_interne',
  'accord_collectif',
  'relogement_anru',
  'public_prioritaire',
  'reprise_anciennete',
]

export const REQUISES: readonly Colonne[] = ['numero_unique', 'statut', 'date_enregistrement']

type Valeur<T> = T extends 'entier' | 'nombre' ? number : T extends 'booleen' ? boolean : string

/** One demande as it is written, before defaults. */
export type Lue = { readonly [C in Colonne]: Valeur<(typeof COLONNES)[C]> | null }

/** One accepted demande, defaults applied. */
export type Demande = Omit<Lue, 'numero_unique' | 'statut' | 'date_enregistrement' | 'forcage_doublon'> & {
  readonly numero_unique: string
  readonly statut: string
  readonly date_enregistrement: string
  readonly forcage_doublon: boolean
}
