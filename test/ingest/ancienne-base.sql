-- The analytical base as versions before purges, digests and judged peers made it.

CREATE TABLE IF NOT EXISTS installation (cle VARCHAR PRIMARY KEY, valeur VARCHAR NOT NULL);

CREATE TABLE IF NOT EXISTS instantanes (
  territoire VARCHAR NOT NULL,
  date DATE NOT NULL,
  source VARCHAR,
  synthetique BOOLEAN NOT NULL,
  importe_le TIMESTAMP NOT NULL,
  demandes BIGINT NOT NULL,
  empreintes JSON NOT NULL,
  colonnes_vides VARCHAR[] NOT NULL,
  guichets_flux VARCHAR[] NOT NULL,
  sans_secret BOOLEAN NOT NULL,
  rapport JSON NOT NULL,
  fichier_courantes VARCHAR,
  fichier_historique VARCHAR,
  fichier_identites VARCHAR,
  fichier_cles VARCHAR,
  fichier_rejets VARCHAR,
  clos BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (territoire, date)
);

CREATE TABLE IF NOT EXISTS registres (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  code VARCHAR NOT NULL,
  libelle VARCHAR NOT NULL,
  categorie VARCHAR NOT NULL,
  service_code VARCHAR NOT NULL,
  service_libelle VARCHAR NOT NULL,
  siren VARCHAR,
  mode VARCHAR,
  date_ouverture DATE,
  date_fermeture DATE,
  successeur VARCHAR,
  mandants VARCHAR,
  adresse VARCHAR,
  code_postal VARCHAR,
  commune VARCHAR,
  telephone VARCHAR,
  courriel VARCHAR,
  horaires VARCHAR
);

-- Messages of the month a snapshot closes.
CREATE TABLE IF NOT EXISTS flux (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  date DATE NOT NULL,
  guichet VARCHAR NOT NULL,
  type_message VARCHAR,
  statut VARCHAR NOT NULL,
  code_retour VARCHAR
);

CREATE TABLE IF NOT EXISTS baux (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  siren_bailleur VARCHAR NOT NULL,
  mois VARCHAR NOT NULL,
  baux_signes BIGINT NOT NULL
);

-- Demandes that a rule between households picked out while their fingerprints were at hand.
CREATE TABLE IF NOT EXISTS marques (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  marque VARCHAR NOT NULL,
  numero_unique VARCHAR NOT NULL
);

-- What one pass over a month's snapshot gave, by key (a guichet's code, a siren, or '' where nobody is named).
CREATE TABLE IF NOT EXISTS faits (
  territoire VARCHAR NOT NULL,
  mois VARCHAR NOT NULL,
  lecture VARCHAR NOT NULL,
  indicateur VARCHAR NOT NULL,
  cle VARCHAR NOT NULL,
  effectif BIGINT NOT NULL,
  numerateur BIGINT,
  distribution JSON,
  details JSON
);

-- How a month was computed: its snapshots, what could not be measured, whom it met, the software.
CREATE TABLE IF NOT EXISTS mois_calcules (
  territoire VARCHAR NOT NULL,
  mois VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  s0 DATE,
  s_moins DATE,
  registre DATE,
  -- Why indicators have no value: {code: motif}.
  motifs JSON NOT NULL,
  -- Objectif, seuil and minimum the month was first judged by: {code: {objectif, seuil, minimum}}.
  normes JSON NOT NULL,
  -- Guichets that its demandes or messages name.
  guichets VARCHAR[] NOT NULL,
  version VARCHAR NOT NULL,
  calcule_le TIMESTAMP NOT NULL,
  PRIMARY KEY (territoire, mois)
);

-- The figures that everything else reads: a month's (duree 1) and those of the twelve months ending with it (duree 12).
CREATE TABLE IF NOT EXISTS resultats (
  territoire VARCHAR NOT NULL,
  mois VARCHAR NOT NULL,
  duree UTINYINT NOT NULL,
  niveau VARCHAR NOT NULL,
  entite VARCHAR NOT NULL,
  indicateur VARCHAR NOT NULL,
  libelle VARCHAR NOT NULL,
  categorie VARCHAR,
  date_fermeture DATE,
  mois_couverts UTINYINT NOT NULL,
  numerateur BIGINT,
  denominateur BIGINT,
  valeur DOUBLE,
  p90 DOUBLE,
  ic_bas DOUBLE,
  ic_haut DOUBLE,
  reference DOUBLE,
  z_ajuste DOUBLE,
  atypique BOOLEAN,
  statut VARCHAR,
  statut_12_mois VARCHAR,
  statut_affiche VARCHAR,
  motif VARCHAR,
  details JSON,
  distribution JSON,
  consolide DOUBLE,
  objectif DOUBLE,
  seuil DOUBLE,
  minimum INTEGER
);

-- How a snapshot's attributions were measured: beside which snapshot, with whose register, or why they were not.
CREATE TABLE IF NOT EXISTS attributions_mesurees (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  precedent DATE,
  registre DATE,
  motif VARCHAR,
  PRIMARY KEY (territoire, instantane)
);

-- Lags from lease to record, by entity and month of signature, as a snapshot shows them.
CREATE TABLE IF NOT EXISTS attributions_delais (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  niveau VARCHAR NOT NULL,
  entite VARCHAR NOT NULL,
  libelle VARCHAR NOT NULL,
  categorie VARCHAR,
  mois VARCHAR NOT NULL,
  enregistrees BIGINT NOT NULL,
  n BIGINT NOT NULL,
  anterieures BIGINT NOT NULL,
  mediane DOUBLE,
  p90 DOUBLE,
  plus_7 BIGINT NOT NULL,
  plus_30 BIGINT NOT NULL,
  plus_90 BIGINT NOT NULL,
  distribution JSON NOT NULL
);

-- Leases recorded so many calendar months after the month of their signature.
CREATE TABLE IF NOT EXISTS attributions_triangles (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  niveau VARCHAR NOT NULL,
  entite VARCHAR NOT NULL,
  mois VARCHAR NOT NULL,
  retard INTEGER NOT NULL,
  n BIGINT NOT NULL
);

-- What each of the twelve months that end with a snapshot's will come to, as it was estimated with it.
CREATE TABLE IF NOT EXISTS attributions_estimees (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  niveau VARCHAR NOT NULL,
  entite VARCHAR NOT NULL,
  mois VARCHAR NOT NULL,
  enregistrees BIGINT NOT NULL,
  part_enregistree DOUBLE,
  estimees DOUBLE,
  ic_bas DOUBLE,
  ic_haut DOUBLE,
  provisoire BOOLEAN NOT NULL,
  delai_median DOUBLE,
  delai_p90 DOUBLE,
  -- What plain chain ladder gave, to be compared with.
  chaine DOUBLE NOT NULL
);

-- The day of each quarter on which a guichet recorded most.
CREATE TABLE IF NOT EXISTS attributions_jours (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  guichet VARCHAR NOT NULL,
  trimestre VARCHAR NOT NULL,
  n BIGINT NOT NULL,
  jour DATE NOT NULL,
  n_jour BIGINT NOT NULL
);

-- How many attributions (or radiations that hide one) ask to be looked at, by what is odd and by guichet ('' where none is named).
CREATE TABLE IF NOT EXISTS attributions_signalees (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  nature VARCHAR NOT NULL,
  guichet VARCHAR NOT NULL,
  n BIGINT NOT NULL
);

-- Landlords' services that recorded no attribution for three months.
CREATE TABLE IF NOT EXISTS attributions_silences (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  service VARCHAR NOT NULL,
  libelle VARCHAR NOT NULL,
  derniere DATE,
  -- Recorded in the nine months before these three.
  avant BIGINT NOT NULL
);
-- Probable duplicates of a snapshot, found while its names were at hand: numbers, levels and weights, no name.
CREATE TABLE IF NOT EXISTS doublons_paires (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  a VARCHAR NOT NULL,
  b VARCHAR NOT NULL,
  probabilite DOUBLE NOT NULL,
  cle VARCHAR NOT NULL,
  -- Which identities were compared: 0 the applicants, 1 their names exchanged, 2 one's applicant and the other's spouse.
  face TINYINT NOT NULL,
  -- Implied by other pairs of its group, more than by itself.
  deduite BOOLEAN NOT NULL,
  nom TINYINT,
  prenom TINYINT,
  naissance TINYINT,
  telephone TINYINT,
  courriel TINYINT,
  code_postal TINYINT,
  conjoint TINYINT,
  depart DOUBLE NOT NULL,
  poids DOUBLE[] NOT NULL,
  prudence DOUBLE NOT NULL
);

-- How they were looked for: what each blocking rule brought, what was learned.
CREATE TABLE IF NOT EXISTS doublons_recherches (
  territoire VARCHAR NOT NULL,
  instantane DATE NOT NULL,
  demandes BIGINT NOT NULL,
  comparees BIGINT NOT NULL,
  regles JSON NOT NULL,
  modele JSON,
  version VARCHAR NOT NULL,
  recherche_le TIMESTAMP NOT NULL,
  PRIMARY KEY (territoire, instantane)
);
