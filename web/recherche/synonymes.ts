import type { CodeIndicateur } from '../../metrics/registry.ts'

/** What people call an indicator besides its label. */
export const SYNONYMES_INDICATEURS: Readonly<Partial<Record<CodeIndicateur, readonly string[]>>> = {
  demandes_actives: ['stock', 'demandes en cours', 'demandeurs', 'file active'],
  enregistrements: ['créations', 'nouvelles demandes', 'inscriptions'],
  radiations: ['sorties', 'clôtures'],
  attributions: ['relogements', 'baux signés', 'logements attribués'],
  renouvellements: ['prolongations', 'reconductions'],
  forcages: ['forçages', 'doublons forcés', 'alerte de doublon passée outre'],
  forcages_injustifies: ['forçages abusifs', 'forçages non traités'],
  doublons_actifs: ['doubles', 'homonymes', 'demandes en double', 'multi-demandes'],
  radiations_sans_preavis: ['radiation abusive', 'radiations abusives', 'préavis', 'courrier avant radiation'],
  demandes_perimees: ['demandes expirées', 'demandes échues', 'non renouvelées à radier'],
  echeances_non_renouvelees: ['non-renouvellement', 'absence de renouvellement', 'péremption'],
  renouvellements_sans_mise_a_jour: ['renouvellement automatique', 'copier-coller', 'mise à jour'],
  dossiers_incomplets: ['champs vides', 'complétude', 'données manquantes', 'pièces manquantes'],
  pieces_identite_absentes: ['pièce d’identité', 'carte d’identité', 'titre de séjour', 'CNI'],
  rfr_absent: ['revenu fiscal de référence', 'RFR', 'avis d’imposition', 'ressources', 'SYPLO'],
  attestations_hors_delai: ['attestation d’enregistrement', 'un mois', 'cinq jours'],
  delai_enregistrement: ['délai d’instruction', 'attente au guichet'],
  depots_retroactifs: ['antidatage', 'ancienneté', 'date de dépôt'],
  attributions_hors_delai: ['saisie tardive', 'retard de saisie', 'radiation tardive'],
  attributions_manquantes: ['baux sans radiation', 'attributions non saisies'],
  attributions_incompletes: ['numéro RPLS', 'logement attribué inconnu'],
  reservataires_absents: ['contingent', 'réservation', 'préfecture', 'Action Logement'],
  delai_attribution: ['ancienneté à l’attribution', 'délai anormalement long', 'temps d’attente'],
  incoherences: ['contradictions', 'erreurs de saisie', 'contrôles'],
  rejets_interface: ['web service', 'flux', 'logiciel privatif', 'interface'],
}

/** What people call a page besides its name. */
export const SYNONYMES_PAGES: Readonly<Record<string, readonly string[]>> = {
  '/': ['accueil', 'synthèse', 'tableau de bord'],
  '/changement': ['évolution', 'alertes entrées', 'contributions', 'aggravées'],
  '/territoires': ['comparer', 'départements'],
  '/tableaux': ['tableaux standards', 'statistiques', 'séries'],
  '/guichets': ['guichets', 'matrice', 'suivi des guichets', 'classement'],
  '/indicateurs': ['définitions', 'seuils', 'norme'],
  '/attributions': ['baux', 'délai de saisie', 'triangle', 'relogements'],
  '/doublons': ['homonymes', 'rapprochement', 'fusion'],
  '/forcages': ['alerte de doublon', 'motif de forçage'],
  '/signalements': ['signaler un doublon', 'numéro unique', 'NUD', 'NUR'],
  '/imports': ['charger', 'instantané', 'extraction', 'fichier', 'rejets', 'profil d’import'],
  '/comptes': ['utilisateurs', 'accès', 'revue des comptes', 'habilitations'],
  '/journal': ['traces', 'qui a vu', 'audit'],
  '/parametres': ['normes', 'objectif', 'comité nominatif', 'second facteur'],
  '/compte': ['mot de passe', 'mon compte', 'se déconnecter'],
}
