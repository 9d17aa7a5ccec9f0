/** What retention does with a number: it takes the whole row away, or writes « n° purgé » in the number's place. */
export type Effet = 'LIGNE' | 'MASQUE'

/** A column that may hold numéros uniques. */
export interface Lieu {
  readonly lieu: string
  readonly colonne: string
  readonly effet: Effet
}

const ligne = (lieu: string, ...colonnes: readonly string[]): Lieu[] =>
  colonnes.map((colonne) => ({ lieu, colonne, effet: 'LIGNE' }))
const masque = (lieu: string, ...colonnes: readonly string[]): Lieu[] =>
  colonnes.map((colonne) => ({ lieu, colonne, effet: 'MASQUE' }))

/** What stands for a number that retention erased. */
export const NUMERO_PURGE = 'n° purgé'

/** Tables of the analytical base; each has a column `territoire`. A table that does not exist is passed over. */
export const LIEUX_DU_MOTEUR: readonly Lieu[] = [
  ...ligne('marques', 'numero_unique'),
  ...ligne('doublons_paires', 'a', 'b'),
]

/** Parquet files beside the base, by the folder where they stand. */
export const LIEUX_DES_FICHIERS: readonly Lieu[] = [
  ...ligne('courantes', 'numero_unique'),
  ...masque('courantes', 'numero_unique_rapproche'),
  ...ligne('historique', 'numero_unique'),
  ...masque('historique', 'numero_unique_rapproche'),
  ...ligne('identites', 'numero_unique'),
  ...ligne('cles', 'numero_unique'),
]

/** Tables of the application's own database, where a number may stand within a text. */
export const LIEUX_DE_L_APPLICATION: readonly Lieu[] = [
  ...masque('journal', 'detail'),
  ...ligne('qualifications_paires', 'a', 'b'),
  ...masque('qualifications_paires', 'motif'),
  ...ligne('qualifications_forcages', 'numero_unique'),
  ...masque('qualifications_forcages', 'motif'),
  ...masque('signalements', 'numeros', 'garde', 'reprises', 'motif'),
  ...masque('signalements_etapes', 'motif'),
]

/** Folders of text files, where a number may stand anywhere. */
export const DOSSIERS_DE_TEXTES = ['rejets'] as const

/** Codes of a demande, by the contract's lists and formats. */
const CODES_D_UNE_DEMANDE = [
  'type_demandeur',
  'statut',
  'canal',
  'guichet_enregistrement',
  'guichet_renouvellement',
  'guichet_modification',
  'guichet_radiation',
  'motif_radiation',
  'motif_forcage',
  'situation_familiale',
  'situation_professionnelle',
  'logement_actuel',
  'typologie_souhaitee',
  'commune_souhaitee',
  'siren_bailleur',
  'commune_logement',
  'typologie_logement',
  'reservataire',
]

/** Columns of text that hold no number, by table or folder: their values are codes, labels, days, or what people write of guichets. */
export const SANS_NUMERO: Readonly<Record<string, readonly string[]>> = {
  historique: CODES_D_UNE_DEMANDE,
  courantes: [...CODES_D_UNE_DEMANDE, 'nationalite', 'motif_demande', 'tranche_plafond'],
  identites: [
    'nom',
    'nom_naissance',
    'prenom',
    'conjoint_nom_naissance',
    'conjoint_prenom',
    'code_postal',
    'telephone',
    'courriel',
    'numero_rpls',
    'adresse_logement',
  ],
  installation: ['cle', 'valeur'],
  instantanes: [
    'territoire',
    'source',
    'empreintes',
    'colonnes_vides',
    'guichets_flux',
    'rapport',
    'fichier_courantes',
    'fichier_historique',
    'fichier_identites',
    'fichier_cles',
    'fichier_rejets',
  ],
  fichiers: ['sorte', 'nom', 'sha256'],
  registres: [
    'territoire',
    'code',
    'libelle',
    'categorie',
    'service_code',
    'service_libelle',
    'siren',
    'mode',
    'successeur',
    'mandants',
    'adresse',
    'code_postal',
    'commune',
    'telephone',
    'courriel',
    'horaires',
  ],
  flux: ['territoire', 'guichet', 'type_message', 'statut', 'code_retour'],
  baux: ['territoire', 'siren_bailleur', 'mois'],
  marques: ['territoire', 'marque'],
  doublons_paires: ['territoire', 'cle', 'poids'],
  doublons_recherches: ['territoire', 'regles', 'modele', 'version'],
  faits: ['territoire', 'mois', 'lecture', 'indicateur', 'cle', 'distribution', 'details'],
  mois_calcules: ['territoire', 'mois', 'motifs', 'normes', 'guichets', 'version'],
  pairs_juges: ['territoire', 'mois', 'niveau', 'categorie', 'indicateur'],
  resultats: [
    'territoire',
    'mois',
    'niveau',
    'entite',
    'indicateur',
    'libelle',
    'categorie',
    'statut',
    'statut_12_mois',
    'statut_affiche',
    'motif',
    'details',
    'distribution',
  ],
  attributions_mesurees: ['territoire', 'motif'],
  attributions_delais: ['territoire', 'niveau', 'entite', 'libelle', 'categorie', 'mois', 'distribution'],
  attributions_triangles: ['territoire', 'niveau', 'entite', 'mois'],
  attributions_estimees: ['territoire', 'niveau', 'entite', 'mois'],
  attributions_jours: ['territoire', 'guichet', 'trimestre'],
  attributions_signalees: ['territoire', 'nature', 'guichet'],
  attributions_silences: ['territoire', 'service', 'libelle'],
  normes: ['territoire', 'indicateur', 'nature', 'depuis', 'motif', 'saisi_le', 'saisi_par'],
  comptes: [
    'courriel',
    'nom',
    'role',
    'territoires',
    'service',
    'mot_de_passe',
    'provisoire_jusqu_a',
    'second_facteur',
    'second_facteur_le',
    'emetteur_oidc',
    'sujet_oidc',
    'verrouille_jusqu_a',
    'cree_le',
    'cree_par',
    'vu_le',
    'ferme_le',
    'ferme_par',
    'ferme_motif',
  ],
  sessions: ['empreinte', 'etape', 'par', 'ouverte_le', 'vue_le'],
  revues: ['territoires', 'signee_le', 'signee_par', 'comptes'],
  reglages: ['territoire', 'cle', 'valeur', 'depuis', 'motif', 'saisi_le', 'saisi_par'],
  journal: ['instant', 'qui', 'role', 'action', 'territoire', 'sel', 'empreinte_detail', 'precedent', 'empreinte'],
  qualifications_paires: ['territoire', 'verdict', 'par', 'le'],
  qualifications_forcages: ['territoire', 'verdict', 'par', 'le'],
  signalements: ['territoire', 'service', 'par', 'le'],
  signalements_etapes: ['etape', 'par', 'le'],
  journal_ancres: ['empreinte', 'posee_le'],
  kysely_migration: ['name', 'timestamp'],
  kysely_migration_lock: ['id'],
}

/** Seventeen or eighteen letters and digits on their own: a number, or one whose leading zero a spreadsheet ate. */
const MOT = /(?<![0-9A-Za-z])[0-9A-Za-z]{17,18}(?![0-9A-Za-z])/g

/** A text without some numbers. */
export const masquerNumeros = (texte: string, purges: ReadonlySet<string>): string =>
  texte.replace(MOT, (mot) => (purges.has(mot.toUpperCase().padStart(18, '0')) ? NUMERO_PURGE : mot))
