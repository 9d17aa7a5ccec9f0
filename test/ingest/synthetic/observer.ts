import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

export interface Mesure {
  readonly guichet: string
  readonly indicateur: string
  readonly n: number
  /** Numerator of a share, or the days that the true median does not exceed. */
  readonly x: number
}

export interface Taux {
  readonly guichet: string
  readonly indicateur: string
  readonly taux: number
  readonly seuil: number | null
  readonly verdict: 'honest' | 'bad' | null
}

export type Ligne = Record<string, unknown>

export const lireTaux = (dossier: string): Taux[] =>
  JSON.parse(readFileSync(join(dossier, 'verite', 'taux.json'), 'utf8')) as Taux[]

/** A part of one month's figures by guichet: which demandes, which guichet, which of them count. */
const part = (code: string, guichet: string, denominateur: string, numerateur: string, relation = 'f') =>
  `SELECT ${guichet} AS guichet, '${code}' AS indicateur, s, count(*) AS n, count(*) FILTER (${numerateur}) AS x
   FROM ${relation} WHERE ${denominateur} GROUP BY ALL`

const DANS = (colonne: string) => `${colonne} BETWEEN debut AND s`
const ATTRIBUTION = `statut = 'RADIEE' AND motif_radiation = 'ATTRIBUTION' AND ${DANS('date_saisie_radiation')}`
const CHAMPS =
  'situation_familiale,nationalite,situation_professionnelle,nb_personnes,ressources_mensuelles,logement_actuel,motif_demande,typologie_souhaitee,commune_souhaitee'
    .split(',')
    .map((c) => `${c} IS NULL`)
    .join(' OR ')
const ANTERIEURE = '(e.date_enregistrement, e.numero_unique) < (f.date_enregistrement, f.numero_unique)'
const INCOHERENCES = `date_depot > date_enregistrement OR date_naissance IS NULL OR date_naissance + INTERVAL 16 YEAR > s OR date_naissance + INTERVAL 111 YEAR <= s
  OR nb_personnes < 1 OR nb_personnes > 20 OR rfr < 0 OR ressources < 0 OR ressources > 50000 OR date_renouvellement < date_enregistrement
  OR date_echeance IS NULL OR date_echeance > s + INTERVAL 13 MONTH OR motif_radiation IS NOT NULL OR date_radiation IS NOT NULL
  OR (cnom = nom1 AND cprenom = prenom1 AND conjoint_date_naissance = date_naissance)
  OR (substr(numero_unique, 4, 4) <> strftime(date_enregistrement, '%m%y') AND coalesce(substr(numero_unique, 4, 4) <> strftime(date_depot, '%m%y'), TRUE))`
const MASQUE_NOM = (c: string) => `regexp_replace(upper(strip_accents(${c})), '[^A-Z]', '', 'g')`

const PARTS = [
  part(
    'attestations_hors_delai',
    'guichet_enregistrement',
    DANS('date_depot + INTERVAL 1 MONTH'),
    'date_attestation IS NULL OR date_attestation > date_depot + INTERVAL 1 MONTH',
  ),
  part(
    'depots_retroactifs',
    'guichet_enregistrement',
    `${DANS('date_enregistrement')} AND date_depot IS NOT NULL AND reprise_anciennete <> 'O'`,
    'date_depot < date_enregistrement - INTERVAL 2 MONTH',
  ),
  part('dossiers_incomplets', 'guichet_dossier', `statut = 'ACTIVE' AND ${DANS('date_dossier')}`, CHAMPS),
  part('rfr_absent', 'guichet_enregistrement', DANS('date_enregistrement'), 'rfr IS NULL'),
  part(
    'pieces_identite_absentes',
    'guichet_enregistrement',
    DANS('date_enregistrement'),
    'date_piece_identite IS NULL',
  ),
  part('forcages', 'guichet_enregistrement', DANS('date_enregistrement'), 'force'),
  part(
    'forcages_injustifies',
    'guichet_enregistrement',
    `force AND ${DANS('date_enregistrement + INTERVAL 30 DAY')}`,
    `EXISTS (SELECT 1 FROM f e WHERE e.s = f.s AND e.k1 = f.k1 AND ${ANTERIEURE} AND (e.statut = 'ACTIVE' OR e.date_radiation > f.date_enregistrement + INTERVAL 30 DAY))`,
  ),
  part(
    'doublons_actifs',
    'guichet_enregistrement',
    `statut = 'ACTIVE' AND s = (SELECT max(s) FROM f)`,
    `EXISTS (SELECT 1 FROM f e WHERE e.s = f.s AND e.statut = 'ACTIVE' AND e.k1 = f.k1 AND ${ANTERIEURE}) OR EXISTS (SELECT 1 FROM f e WHERE e.s = f.s AND e.statut = 'ACTIVE' AND e.k1 = f.k2 AND ${ANTERIEURE})`,
  ),
  part(
    'renouvellements_anticipes',
    'guichet_renouvellement',
    `${DANS('date_renouvellement')} AND echeance0 IS NOT NULL`,
    'date_renouvellement < echeance0 - INTERVAL 2 MONTH',
    'f0',
  ),
  part(
    'mouvements_civilite',
    'guichet_modification',
    `${DANS('date_modification')} AND present0`,
    '(nom1 <> nom0 OR prenom1 <> prenom0) AND NOT (nom1 = prenom0 AND prenom1 = nom0)',
    'f0',
  ),
  part(
    'attributions_hors_delai',
    'guichet_radiation',
    `${ATTRIBUTION} AND date_signature_bail IS NOT NULL`,
    "date_diff('day', date_signature_bail, date_saisie_radiation) > 30",
  ),
  part(
    'attributions_incompletes',
    'guichet_radiation',
    ATTRIBUTION,
    'date_signature_bail IS NULL OR siren_bailleur IS NULL OR reservataire IS NULL OR dalo IS NULL OR (numero_rpls IS NULL AND (adresse_logement IS NULL OR typologie_logement IS NULL OR surface_logement IS NULL OR en_qpv IS NULL))',
  ),
  part('reservataires_absents', 'guichet_radiation', ATTRIBUTION, 'reservataire IS NULL'),
  part('incoherences', 'guichet_maj', `statut = 'ACTIVE' AND ${DANS('date_maj')}`, INCOHERENCES),
  `SELECT guichet, 'rejets_interface' AS indicateur, s, count(*) AS n, count(*) FILTER (statut = 'REJETE') AS x FROM flux GROUP BY ALL`,
  `SELECT guichet_enregistrement AS guichet, 'delai_enregistrement' AS indicateur, s, count(*) AS n, count(*) FILTER (date_diff('day', date_depot, date_enregistrement) <= t.taux) AS x
   FROM f JOIN taux t ON t.guichet = guichet_enregistrement AND t.indicateur = 'delai_enregistrement' WHERE ${DANS('date_enregistrement')} AND date_depot <= date_enregistrement AND reprise_anciennete <> 'O' GROUP BY ALL`,
  `SELECT guichet_radiation AS guichet, 'delai_attribution' AS indicateur, s, count(*) AS n, count(*) FILTER (date_diff('day', date_signature_bail, date_saisie_radiation) <= t.taux) AS x
   FROM f JOIN taux t ON t.guichet = guichet_radiation AND t.indicateur = 'delai_attribution' WHERE ${ATTRIBUTION} AND date_signature_bail <= date_saisie_radiation GROUP BY ALL`,
]

const DATES = [
  'date_depot',
  'date_attestation',
  'date_piece_identite',
  'date_enregistrement',
  'date_echeance',
  'date_renouvellement',
  'date_modification',
  'date_preavis',
  'date_radiation',
  'date_saisie_radiation',
  'date_naissance',
  'conjoint_date_naissance',
  'date_signature_bail',
]

/** Generated snapshots read by DuckDB alone, with the indicators' definitions written once more. */
export const observer = async (dossier: string) => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const lire = async (sql: string): Promise<Ligne[]> =>
    (await connection.runAndReadAll(sql)).getRowObjectsJS() as Ligne[]
  const csv = (table: string) =>
    `read_csv('${join(dossier, '*', `${table}.csv`)}', delim=';', header=true, all_varchar=true, filename=true, quote='"')`
  const jour = `CAST(regexp_extract(filename, '(\\d{4}-\\d{2}-\\d{2})/[a-z]+\\.csv$', 1) AS DATE)`
  const dates = DATES.map((c) => `CAST(strptime(${c}, '%d/%m/%Y') AS DATE) AS ${c}`).join(', ')
  await lire(`CREATE TABLE d AS SELECT * EXCLUDE (filename) REPLACE (${dates}, CAST(nb_personnes AS INTEGER) AS nb_personnes),
    ${jour} AS s, date_trunc('month', ${jour}) AS debut, forcage_doublon = 'O' AS force,
    CAST(replace(ressources_mensuelles, ',', '.') AS DOUBLE) AS ressources, CAST(revenu_fiscal_reference AS DOUBLE) AS rfr,
    ${MASQUE_NOM('coalesce(nom_naissance, nom)')} AS nom1, ${MASQUE_NOM('prenom')} AS prenom1,
    ${MASQUE_NOM('conjoint_nom_naissance')} AS cnom, ${MASQUE_NOM('conjoint_prenom')} AS cprenom FROM ${csv('demandes')}`)
  await lire(`CREATE TABLE flux AS SELECT * EXCLUDE (filename), ${jour} AS s FROM ${csv('flux')}`)
  await lire(`CREATE TABLE taux AS SELECT * FROM read_json('${join(dossier, 'verite', 'taux.json')}')`)
  await lire(`CREATE VIEW f AS SELECT *, nom1 || '|' || prenom1 || '|' || date_naissance AS k1, prenom1 || '|' || nom1 || '|' || date_naissance AS k2,
    greatest(date_enregistrement, date_renouvellement) AS date_dossier, CASE WHEN date_renouvellement >= date_enregistrement THEN guichet_renouvellement ELSE guichet_enregistrement END AS guichet_dossier,
    greatest(date_enregistrement, date_renouvellement, date_modification) AS date_maj,
    CASE WHEN date_modification >= greatest(date_enregistrement, date_renouvellement) THEN guichet_modification WHEN date_renouvellement >= date_enregistrement THEN guichet_renouvellement ELSE guichet_enregistrement END AS guichet_maj
    FROM d WHERE type_demandeur = 'PERSONNE'`)
  await lire(`CREATE VIEW f0 AS SELECT f.*, p.date_echeance AS echeance0, p.numero_unique IS NOT NULL AS present0, p.nom1 AS nom0, p.prenom1 AS prenom0
    FROM f LEFT JOIN d p ON p.numero_unique = f.numero_unique AND p.s = last_day(f.s - INTERVAL 1 MONTH)`)
  await lire(`CREATE TABLE mois AS ${PARTS.join(' UNION ALL ')}`)
  return {
    lire,
    /** Counts of the months that a condition on their snapshot `s` keeps, summed by guichet and indicator. */
    mesures: async (ou = 'TRUE'): Promise<Mesure[]> =>
      (await lire(
        `SELECT guichet, indicateur, CAST(sum(n) AS DOUBLE) AS n, CAST(sum(x) AS DOUBLE) AS x FROM mois WHERE ${ou} GROUP BY ALL`,
      )) as unknown as Mesure[],
  }
}
