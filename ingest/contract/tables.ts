import * as codes from './codes.ts'
import type { Table } from './column.ts'

const NOMINATIVE = 'nominative'
const SENSIBLE = 'sensible'

export const GUICHETS = {
  nom: 'guichets',
  colonnes: [
    { nom: 'code', type: 'guichet', obligatoire: true, format: /^[0-9A-Z]{5}$/, libelle: 'Code du guichet' },
    { nom: 'libelle', type: 'texte', obligatoire: true, libelle: 'Libellé du guichet' },
    {
      nom: 'categorie',
      type: 'code',
      obligatoire: true,
      codes: codes.CATEGORIES,
      rejetSiInconnu: true,
      libelle: 'Catégorie',
    },
    { nom: 'service_code', type: 'guichet', libelle: 'Code du service enregistreur' },
    { nom: 'service_libelle', type: 'texte', libelle: 'Libellé du service enregistreur' },
    { nom: 'siren', type: 'siren', libelle: 'SIREN' },
    { nom: 'mode', type: 'code', codes: codes.MODES, rejetSiInconnu: true, libelle: 'Mode d’enregistrement' },
    { nom: 'date_ouverture', type: 'date', libelle: 'Date d’ouverture' },
    { nom: 'date_fermeture', type: 'date', libelle: 'Date de fermeture' },
    { nom: 'successeur', type: 'guichet', libelle: 'Guichet successeur' },
    { nom: 'mandants', type: 'texte', libelle: 'Mandants' },
    { nom: 'adresse', type: 'texte', libelle: 'Adresse' },
    { nom: 'code_postal', type: 'code_postal', libelle: 'Code postal' },
    { nom: 'commune', type: 'texte', libelle: 'Commune' },
    { nom: 'telephone', type: 'texte', libelle: 'Téléphone' },
    { nom: 'courriel', type: 'texte', libelle: 'Courriel' },
    { nom: 'horaires', type: 'texte', libelle: 'Horaires' },
  ],
} as const satisfies Table

export const DEMANDES = {
  nom: 'demandes',
  colonnes: [
    { nom: 'numero_unique', type: 'numero_unique', obligatoire: true, numero: 'LIGNE', libelle: 'Numéro unique' },
    {
      nom: 'type_demandeur',
      type: 'code',
      codes: codes.TYPES_DEMANDEUR,
      rejetSiInconnu: true,
      libelle: 'Type de demandeur',
    },
    {
      nom: 'statut',
      type: 'code',
      obligatoire: true,
      codes: codes.STATUTS,
      rejetSiInconnu: true,
      libelle: 'Statut de la demande',
    },
    { nom: 'canal', type: 'code', codes: codes.CANAUX, libelle: 'Canal d’enregistrement' },
    { nom: 'guichet_enregistrement', type: 'guichet', libelle: 'Guichet d’enregistrement' },
    { nom: 'date_depot', type: 'date', libelle: 'Date de dépôt' },
    { nom: 'date_attestation', type: 'date', libelle: 'Date de l’attestation d’enregistrement' },
    { nom: 'date_piece_identite', type: 'date', libelle: 'Date d’enregistrement de la pièce d’identité' },
    { nom: 'date_enregistrement', type: 'date', obligatoire: true, libelle: 'Date d’enregistrement' },
    { nom: 'date_echeance', type: 'date', libelle: 'Date d’échéance' },
    { nom: 'date_renouvellement', type: 'date', libelle: 'Date du dernier renouvellement' },
    { nom: 'guichet_renouvellement', type: 'guichet', libelle: 'Guichet du dernier renouvellement' },
    { nom: 'date_modification', type: 'date', libelle: 'Date de la dernière modification' },
    { nom: 'guichet_modification', type: 'guichet', libelle: 'Guichet de la dernière modification' },
    { nom: 'date_preavis', type: 'date', libelle: 'Date du préavis d’échéance' },
    { nom: 'reprise_anciennete', type: 'booleen', ouiOuVide: true, libelle: 'Reprise de l’ancienneté d’une demande' },
    { nom: 'date_radiation', type: 'date', libelle: 'Date de radiation' },
    { nom: 'date_saisie_radiation', type: 'date', libelle: 'Date de saisie de la radiation' },
    { nom: 'guichet_radiation', type: 'guichet', libelle: 'Guichet de radiation' },
    {
      nom: 'motif_radiation',
      type: 'code',
      codes: codes.MOTIFS_RADIATION,
      libelle: 'Motif de radiation',
    },
    { nom: 'forcage_doublon', type: 'booleen', libelle: 'Doublon forcé' },
    { nom: 'motif_forcage', type: 'code', codes: codes.MOTIFS_FORCAGE, libelle: 'Motif du forçage' },
    {
      nom: 'numero_unique_rapproche',
      type: 'texte',
      numero: 'MASQUE',
      libelle: 'Numéro unique rapproché par l’alerte',
    },
    { nom: 'nom', type: 'texte', confidentialite: NOMINATIVE, libelle: 'Nom' },
    { nom: 'nom_naissance', type: 'texte', confidentialite: NOMINATIVE, libelle: 'Nom de naissance' },
    { nom: 'prenom', type: 'texte', confidentialite: NOMINATIVE, libelle: 'Prénom' },
    { nom: 'date_naissance', type: 'date', confidentialite: NOMINATIVE, libelle: 'Date de naissance' },
    {
      nom: 'conjoint_nom_naissance',
      type: 'texte',
      confidentialite: NOMINATIVE,
      libelle: 'Nom de naissance du conjoint',
    },
    { nom: 'conjoint_prenom', type: 'texte', confidentialite: NOMINATIVE, libelle: 'Prénom du conjoint' },
    {
      nom: 'conjoint_date_naissance',
      type: 'date',
      confidentialite: NOMINATIVE,
      libelle: 'Date de naissance du conjoint',
    },
    { nom: 'code_postal', type: 'code_postal', confidentialite: NOMINATIVE, libelle: 'Code postal' },
    { nom: 'telephone', type: 'texte', confidentialite: NOMINATIVE, libelle: 'Téléphone' },
    { nom: 'courriel', type: 'texte', confidentialite: NOMINATIVE, libelle: 'Courriel' },
    {
      nom: 'situation_familiale',
      type: 'code',
      codes: codes.SITUATIONS_FAMILIALES,
      libelle: 'Situation familiale',
    },
    {
      nom: 'nationalite',
      type: 'code',
      codes: codes.NATIONALITES,
      confidentialite: SENSIBLE,
      libelle: 'Nationalité',
    },
    {
      nom: 'situation_professionnelle',
      type: 'code',
      codes: codes.SITUATIONS_PROFESSIONNELLES,
      libelle: 'Situation professionnelle',
    },
    { nom: 'nb_personnes', type: 'entier', libelle: 'Nombre de personnes à loger' },
    { nom: 'ressources_mensuelles', type: 'nombre', libelle: 'Ressources mensuelles' },
    { nom: 'revenu_fiscal_reference', type: 'nombre', libelle: 'Revenu fiscal de référence' },
    { nom: 'logement_actuel', type: 'code', codes: codes.LOGEMENTS_ACTUELS, libelle: 'Logement actuel' },
    {
      nom: 'motif_demande',
      type: 'code',
      codes: codes.MOTIFS_DEMANDE,
      confidentialite: SENSIBLE,
      libelle: 'Motif de la demande',
    },
    { nom: 'typologie_souhaitee', type: 'code', codes: codes.TYPOLOGIES, libelle: 'Typologie souhaitée' },
    { nom: 'commune_souhaitee', type: 'insee', libelle: 'Commune souhaitée (premier choix, code INSEE)' },
    { nom: 'date_signature_bail', type: 'date', libelle: 'Date de signature du bail' },
    { nom: 'siren_bailleur', type: 'siren', libelle: 'SIREN du bailleur' },
    { nom: 'numero_rpls', type: 'rpls', confidentialite: NOMINATIVE, libelle: 'Numéro RPLS du logement' },
    { nom: 'adresse_logement', type: 'texte', confidentialite: NOMINATIVE, libelle: 'Adresse du logement' },
    { nom: 'commune_logement', type: 'insee', libelle: 'Commune du logement (code INSEE)' },
    { nom: 'typologie_logement', type: 'code', codes: codes.TYPOLOGIES, libelle: 'Typologie du logement' },
    { nom: 'surface_logement', type: 'nombre', libelle: 'Surface du logement (m²)' },
    { nom: 'en_qpv', type: 'booleen', ouiOuVide: true, libelle: 'Logement en quartier prioritaire (QPV)' },
    { nom: 'reservataire', type: 'code', codes: codes.RESERVATAIRES, libelle: 'Réservataire' },
    { nom: 'dalo', type: 'booleen', ouiOuVide: true, libelle: 'Ménage reconnu DALO' },
    { nom: 'mutation_interne', type: 'booleen', ouiOuVide: true, libelle: 'Mutation interne' },
    { nom: 'accord_collectif', type: 'booleen', ouiOuVide: true, libelle: 'Ménage relevant de l’accord collectif' },
    { nom: 'relogement_anru', type: 'booleen', ouiOuVide: true, libelle: 'Relogement ANRU' },
    { nom: 'public_prioritaire', type: 'booleen', ouiOuVide: true, libelle: 'Public prioritaire' },
    { nom: 'unites_consommation', type: 'nombre', dernierSeul: true, libelle: 'Unités de consommation' },
    { nom: 'personnes_a_charge', type: 'entier', dernierSeul: true, libelle: 'Personnes à charge' },
    {
      nom: 'tranche_plafond',
      type: 'texte',
      dernierSeul: true,
      libelle: 'Tranche des ressources par rapport au plafond',
    },
  ],
} as const satisfies Table

export const FLUX = {
  nom: 'flux',
  colonnes: [
    { nom: 'date', type: 'date', obligatoire: true, libelle: 'Date du message' },
    { nom: 'guichet', type: 'guichet', obligatoire: true, libelle: 'Guichet' },
    {
      nom: 'type_message',
      type: 'code',
      codes: codes.TYPES_MESSAGE,
      rejetSiInconnu: true,
      libelle: 'Type de message',
    },
    {
      nom: 'statut',
      type: 'code',
      obligatoire: true,
      codes: codes.STATUTS_MESSAGE,
      rejetSiInconnu: true,
      libelle: 'Statut du message',
    },
    { nom: 'code_retour', type: 'texte', libelle: 'Code de retour' },
  ],
} as const satisfies Table

export const BAUX = {
  nom: 'baux',
  colonnes: [
    { nom: 'siren_bailleur', type: 'siren', obligatoire: true, libelle: 'SIREN du bailleur' },
    { nom: 'mois', type: 'mois', obligatoire: true, libelle: 'Mois de signature (AAAA-MM)' },
    { nom: 'baux_signes', type: 'entier', obligatoire: true, libelle: 'Baux signés' },
  ],
} as const satisfies Table

/** The four tables of a snapshot, in the order in which they are read. */
export const TABLES = [GUICHETS, DEMANDES, FLUX, BAUX] as const

export type NomTable = (typeof TABLES)[number]['nom']
