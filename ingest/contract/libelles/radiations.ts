import type { Libelles } from './types.ts'

export const MOTIFS_DE_RADIATION: Libelles = {
  ATTRIBUTION: [
    'Attribution d’un logement',
    'Attribution d’un logement social',
    'Attribution d’un logement social au demandeur',
    'Attribution de logement',
    'Logement attribué',
  ],
  RENONCIATION: [
    'Renonciation du demandeur',
    'Renonciation du demandeur à sa demande',
    'Renonciation à la demande',
    'Abandon de la demande',
    'Abandon',
  ],
  ABSENCE_REPONSE: [
    'Absence de réponse',
    'Absence de réponse du demandeur',
    'Absence de réponse du demandeur à un courrier',
    'Absence de réponse à un courrier',
    'Absence de réponse à un courrier envoyé à la dernière adresse indiquée',
    'Pas de réponse du demandeur',
    'Impossibilité de contacter le demandeur',
    'Impossibilité de contact',
  ],
  IRRECEVABILITE: [
    'Irrecevabilité de la demande',
    'Demande irrecevable',
    'Irrecevable',
    'Irrecevabilité prononcée par un bailleur',
    'Irrecevabilité prononcée par un organisme HLM',
    'Irrecevabilité de la demande prononcée par un organisme d’habitations à loyer modéré',
    'Irrecevabilité : conditions réglementaires non remplies',
    'Irrecevabilité au regard des conditions d’accès',
    'Irrecevabilité conditions réglementaires d’accès au logement social non respectées',
    'Irrecevabilité pour conditions de séjour',
    'Irrecevabilité pour dépassement des plafonds de ressources',
    'Irrecevabilité plafond de ressources',
    'Irrecevabilité séjour',
  ],
  NON_RENOUVELLEMENT: [
    'Non renouvellement',
    'Non renouvellement de la demande',
    'Non renouvellement dans le délai imparti',
    'Non renouvellement de la demande dans le délai imparti',
    'Défaut de renouvellement',
    'Défaut de renouvellement de la demande',
    'Demande non renouvelée',
    'Demande non renouvelée dans le délai imparti',
  ],
  FUSION: ['Fusion de demandes', 'Fusion des demandes', 'Fusion de deux demandes', 'Demandes fusionnées'],
  SUPPRESSION_DOUBLON: ['Suppression de doublon', 'Suppression d’un doublon', 'Suppression du doublon'],
  AUTRE: ['Autre motif', 'Autres'],
}

export const MOTIFS_DE_FORCAGE: Libelles = {
  HOMONYMIE: ['Homonyme', 'Homonymes'],
  SEPARATION: ['Séparation du couple', 'Divorce', 'Divorce, séparation'],
  CORRECTION: ['Correction d’une erreur', 'Erreur de saisie'],
  AUTRE: ['Autre motif', 'Autres'],
}
