/** One plain query an indicator, as an analyst would write it: the reference of the engine's few passes. */
export interface Requete {
  readonly code: string
  /** The guichet column charged, or null for the territory alone. */
  readonly guichet: string | null
  readonly denominateur: string
  /** Null for counts. */
  readonly numerateur: string | null
  readonly jours?: string
  readonly source?: 'flux'
  readonly avec?: 's0' | 's_moins' | 'marques'
}

const ATTRIBUTION =
  "d.statut = 'RADIEE' AND d.motif_radiation = 'ATTRIBUTION' AND d.date_saisie_radiation BETWEEN :debut AND :fin"
const ENREGISTREE = 'd.date_enregistrement BETWEEN :debut AND :fin'
const MAJ = 'greatest(d.date_enregistrement, d.date_renouvellement, d.date_modification)'
const DOSSIER = 'greatest(d.date_enregistrement, d.date_renouvellement)'

export const REQUETES: readonly Requete[] = [
  {
    code: 'demandes_actives',
    guichet: 'd.guichet_enregistrement',
    denominateur: "d.statut = 'ACTIVE'",
    numerateur: null,
  },
  { code: 'enregistrements', guichet: 'd.guichet_enregistrement', denominateur: ENREGISTREE, numerateur: null },
  {
    code: 'renouvellements',
    guichet: 'd.guichet_renouvellement',
    denominateur: 'd.date_renouvellement BETWEEN :debut AND :fin',
    numerateur: null,
  },
  {
    code: 'radiations',
    guichet: 'd.guichet_radiation',
    denominateur: "d.statut = 'RADIEE' AND d.date_saisie_radiation BETWEEN :debut AND :fin",
    numerateur: null,
  },
  { code: 'attributions', guichet: 'd.guichet_radiation', denominateur: ATTRIBUTION, numerateur: null },
  {
    code: 'reactivations',
    guichet: 's0.guichet_radiation',
    denominateur: "d.statut = 'ACTIVE' AND s0.statut = 'RADIEE'",
    numerateur: null,
    avec: 's0',
  },
  {
    code: 'delai_enregistrement',
    guichet: 'd.guichet_enregistrement',
    denominateur: `${ENREGISTREE} AND d.date_depot <= d.date_enregistrement`,
    numerateur: null,
    jours: "datediff('day', d.date_depot, d.date_enregistrement)",
  },
  {
    code: 'attestations_hors_delai',
    guichet: 'd.guichet_enregistrement',
    denominateur: '(d.date_depot + INTERVAL 1 MONTH)::DATE BETWEEN :debut AND :fin',
    numerateur: 'd.date_attestation IS NULL OR d.date_attestation > (d.date_depot + INTERVAL 1 MONTH)::DATE',
  },
  {
    code: 'depots_retroactifs',
    guichet: 'd.guichet_enregistrement',
    denominateur: `${ENREGISTREE} AND d.date_depot IS NOT NULL`,
    numerateur: 'd.date_depot < (d.date_enregistrement - INTERVAL 2 MONTH)::DATE',
  },
  {
    code: 'dossiers_incomplets',
    guichet: `CASE WHEN d.date_renouvellement = ${DOSSIER} THEN d.guichet_renouvellement ELSE d.guichet_enregistrement END`,
    denominateur: `d.statut = 'ACTIVE' AND ${DOSSIER} BETWEEN :debut AND :fin`,
    numerateur:
      'd.situation_familiale IS NULL OR NOT d.nationalite_connue OR d.situation_professionnelle IS NULL OR d.nb_personnes IS NULL OR d.ressources_mensuelles IS NULL OR d.logement_actuel IS NULL OR NOT d.motif_demande_connu OR d.typologie_souhaitee IS NULL OR d.commune_souhaitee IS NULL',
  },
  {
    code: 'rfr_absent',
    guichet: 'd.guichet_enregistrement',
    denominateur: ENREGISTREE,
    numerateur: 'd.revenu_fiscal_reference IS NULL',
  },
  {
    code: 'pieces_identite_absentes',
    guichet: 'd.guichet_enregistrement',
    denominateur: ENREGISTREE,
    numerateur: 'd.date_piece_identite IS NULL',
  },
  { code: 'forcages', guichet: 'd.guichet_enregistrement', denominateur: ENREGISTREE, numerateur: 'd.forcage_doublon' },
  {
    code: 'forcages_injustifies',
    guichet: 'd.guichet_enregistrement',
    denominateur: 'd.forcage_doublon AND (d.date_enregistrement + INTERVAL 30 DAY)::DATE BETWEEN :debut AND :fin',
    numerateur:
      "d.numero_unique IN (SELECT numero_unique FROM marques WHERE marque = 'forcages_injustifies' AND instantane = :s)",
  },
  {
    code: 'doublons_actifs',
    guichet: 'd.guichet_enregistrement',
    denominateur: "d.statut = 'ACTIVE'",
    numerateur:
      "d.numero_unique IN (SELECT numero_unique FROM marques WHERE marque = 'doublons_actifs' AND instantane = :s)",
  },
  {
    code: 'renouvellements_anticipes',
    guichet: 'd.guichet_renouvellement',
    denominateur: 'd.date_renouvellement BETWEEN :debut AND :fin AND s0.date_echeance IS NOT NULL',
    numerateur: 'd.date_renouvellement < (s0.date_echeance - INTERVAL 2 MONTH)::DATE',
    avec: 's0',
  },
  {
    code: 'renouvellements_sans_mise_a_jour',
    guichet: 'd.guichet_renouvellement',
    denominateur: 'd.date_renouvellement BETWEEN :debut AND :fin',
    numerateur:
      'NOT (d.situation_familiale IS DISTINCT FROM s0.situation_familiale OR d.situation_professionnelle IS DISTINCT FROM s0.situation_professionnelle OR d.nb_personnes IS DISTINCT FROM s0.nb_personnes OR d.ressources_mensuelles IS DISTINCT FROM s0.ressources_mensuelles OR d.revenu_fiscal_reference IS DISTINCT FROM s0.revenu_fiscal_reference OR d.logement_actuel IS DISTINCT FROM s0.logement_actuel OR d.typologie_souhaitee IS DISTINCT FROM s0.typologie_souhaitee OR d.commune_souhaitee IS DISTINCT FROM s0.commune_souhaitee)',
    avec: 's0',
  },
  {
    code: 'echeances_non_renouvelees',
    guichet: null,
    denominateur:
      "s_moins.statut = 'ACTIVE' AND s_moins.date_echeance BETWEEN :debut AND :fin AND (d.statut <> 'RADIEE' OR d.motif_radiation = 'NON_RENOUVELLEMENT')",
    numerateur:
      'coalesce(NOT (d.date_renouvellement > :s_moins AND d.date_renouvellement <= s_moins.date_echeance), TRUE)',
    avec: 's_moins',
  },
  {
    code: 'demandes_perimees',
    guichet: null,
    denominateur: "d.statut = 'ACTIVE'",
    numerateur: 'd.date_echeance < (:s::DATE - INTERVAL 1 MONTH)::DATE',
  },
  {
    code: 'radiations_sans_preavis',
    guichet: null,
    denominateur:
      "d.statut = 'RADIEE' AND d.motif_radiation = 'NON_RENOUVELLEMENT' AND d.date_radiation BETWEEN :debut AND :fin",
    numerateur: 'd.date_preavis IS NULL OR d.date_preavis > (d.date_echeance - INTERVAL 1 MONTH)::DATE',
  },
  {
    code: 'delai_attribution',
    guichet: 'd.guichet_radiation',
    denominateur: `${ATTRIBUTION} AND d.date_signature_bail <= d.date_saisie_radiation`,
    numerateur: null,
    jours: "datediff('day', d.date_signature_bail, d.date_saisie_radiation)",
  },
  {
    code: 'attributions_hors_delai',
    guichet: 'd.guichet_radiation',
    denominateur: `${ATTRIBUTION} AND d.date_signature_bail IS NOT NULL`,
    numerateur: "datediff('day', d.date_signature_bail, d.date_saisie_radiation) > 30",
  },
  {
    code: 'attributions_incompletes',
    guichet: 'd.guichet_radiation',
    denominateur: ATTRIBUTION,
    numerateur:
      "d.date_signature_bail IS NULL OR coalesce(NOT regexp_full_match(d.siren_bailleur, '[0-9]{9}'), TRUE) OR d.reservataire IS NULL OR d.dalo IS NULL OR NOT (d.numero_rpls_connu OR (d.adresse_logement_connue AND d.typologie_logement IS NOT NULL AND d.surface_logement IS NOT NULL AND d.en_qpv IS NOT NULL))",
  },
  {
    code: 'reservataires_absents',
    guichet: 'd.guichet_radiation',
    denominateur: ATTRIBUTION,
    numerateur: 'd.reservataire IS NULL',
  },
  {
    code: 'incoherences',
    guichet: `CASE WHEN d.date_modification = ${MAJ} THEN d.guichet_modification WHEN d.date_renouvellement = ${MAJ} THEN d.guichet_renouvellement ELSE d.guichet_enregistrement END`,
    denominateur: `d.statut = 'ACTIVE' AND ${MAJ} BETWEEN :debut AND :fin`,
    numerateur:
      "coalesce(d.date_depot > d.date_enregistrement, FALSE) OR d.age_impossible OR coalesce(d.nb_personnes NOT BETWEEN 1 AND 20, FALSE) OR coalesce(d.revenu_fiscal_reference < 0, FALSE) OR coalesce(d.ressources_mensuelles NOT BETWEEN 0 AND 50000, FALSE) OR coalesce(d.date_renouvellement < d.date_enregistrement, FALSE) OR coalesce(d.date_echeance > (:s::DATE + INTERVAL 13 MONTH)::DATE, TRUE) OR d.motif_radiation IS NOT NULL OR d.date_radiation IS NOT NULL OR (substr(d.numero_unique, 4, 4) <> strftime(d.date_enregistrement, '%m%y') AND coalesce(substr(d.numero_unique, 4, 4) <> strftime(d.date_depot, '%m%y'), TRUE)) OR d.conjoint_identique",
  },
  {
    code: 'mouvements_civilite',
    guichet: 'd.guichet_modification',
    denominateur: 'd.date_modification BETWEEN :debut AND :fin',
    numerateur:
      '(d.empreinte_nom <> s0.empreinte_nom OR d.empreinte_prenom <> s0.empreinte_prenom) AND NOT (d.empreinte_nom = s0.empreinte_prenom AND d.empreinte_prenom = s0.empreinte_nom)',
    avec: 's0',
  },
  {
    code: 'rejets_interface',
    guichet: 'd.guichet',
    denominateur: 'd.date BETWEEN :debut AND :fin',
    numerateur: "d.statut = 'REJETE'",
    source: 'flux',
  },
]
