import type { CodeRefusRequete } from '../../../web/requetes.ts'

/** What a query tries, its text, and how it ends: a refusal, or rows within bounds. */
export type Hostile = readonly [quoi: string, texte: string, fin: CodeRefusRequete | 'BORNEE']

const FICHIERS: readonly Hostile[] = [
  ['lit un CSV', `SELECT * FROM read_csv('/etc/passwd')`, 'FICHIER'],
  ['lit un CSV, autodétecté', `SELECT * FROM read_csv_auto('/etc/passwd')`, 'FICHIER'],
  ['lit un texte', `SELECT * FROM read_text('/etc/passwd')`, 'FICHIER'],
  ['lit des octets', `SELECT * FROM read_blob('/etc/shadow')`, 'FICHIER'],
  ['lit un Parquet', `SELECT * FROM read_parquet('courantes/*.parquet')`, 'FICHIER'],
  ['lit un Parquet par son autre nom', `SELECT * FROM parquet_scan('../courantes/x.parquet')`, 'FICHIER'],
  ['lit les métadonnées d’un Parquet', `SELECT * FROM parquet_metadata('x.parquet')`, 'FICHIER'],
  ['lit un JSON', `SELECT * FROM read_json('/proc/self/environ')`, 'FICHIER'],
  ['lit un fichier sans fonction', `SELECT * FROM '/etc/passwd'`, 'FICHIER'],
  ['lit un fichier entre guillemets doubles', `SELECT * FROM "../identites/013.parquet"`, 'FICHIER'],
  ['liste un dossier', `SELECT * FROM glob('/**')`, 'FICHIER'],
  ['renifle un CSV', `SELECT * FROM sniff_csv('/etc/passwd')`, 'FICHIER'],
  ['écrit un CSV', `COPY demandes TO '/tmp/vol.csv'`, 'PAS_UNE_LECTURE'],
  ['écrit un CSV d’une requête', `COPY (SELECT * FROM demandes) TO '/tmp/vol.csv'`, 'PAS_UNE_LECTURE'],
  ['lit par COPY', `COPY demandes FROM '/etc/passwd'`, 'PAS_UNE_LECTURE'],
  ['exporte la base', `EXPORT DATABASE '/tmp/vol'`, 'PAS_UNE_LECTURE'],
  ['importe une base', `IMPORT DATABASE '/tmp/vol'`, 'PAS_UNE_LECTURE'],
  ['lit un fichier dans une sous-requête', `SELECT (SELECT count(*) FROM read_text('/etc/passwd'))`, 'FICHIER'],
  ['lit un fichier sous un CTE', `WITH x AS (SELECT * FROM read_csv('/etc/passwd')) SELECT * FROM x`, 'FICHIER'],
]

const RESEAU: readonly Hostile[] = [
  ['lit une adresse', `SELECT * FROM 'https://exemple.fr/x.parquet'`, 'FICHIER'],
  ['lit une adresse par fonction', `SELECT * FROM read_csv('http://127.0.0.1:3000/')`, 'FICHIER'],
  ['lit un seau', `SELECT * FROM read_parquet('s3://vol/x.parquet')`, 'FICHIER'],
  ['installe une extension', `INSTALL httpfs`, 'PAS_UNE_LECTURE'],
  ['charge une extension', `LOAD httpfs`, 'PAS_UNE_LECTURE'],
  ['charge un fichier d’extension', `LOAD '/tmp/x.duckdb_extension'`, 'PAS_UNE_LECTURE'],
  ['crée un secret', `CREATE SECRET s (TYPE s3, KEY_ID 'a')`, 'PAS_UNE_LECTURE'],
]

const MOTEUR: readonly Hostile[] = [
  ['règle le moteur', `SET memory_limit = '100GB'`, 'PAS_UNE_LECTURE'],
  ['rouvre l’extérieur', `SET enable_external_access = true`, 'PAS_UNE_LECTURE'],
  ['rend un réglage', `RESET memory_limit`, 'PAS_UNE_LECTURE'],
  ['appelle un PRAGMA', `PRAGMA database_list`, 'PAS_UNE_LECTURE'],
  ['lit un réglage', `SELECT current_setting('temp_directory')`, 'FONCTION'],
  ['lit tous les réglages', `SELECT * FROM duckdb_settings()`, 'FONCTION'],
  ['lit les secrets', `SELECT * FROM duckdb_secrets()`, 'FONCTION'],
  ['lit les bases jointes', `SELECT * FROM duckdb_databases()`, 'FONCTION'],
  ['lit les tables du moteur', `SELECT * FROM duckdb_tables`, 'TABLE'],
  ['lit le catalogue', `SELECT * FROM information_schema.tables`, 'TABLE'],
  ['lit le catalogue de Postgres', `SELECT * FROM pg_catalog.pg_class`, 'TABLE'],
  ['lit le catalogue de SQLite', `SELECT * FROM sqlite_master`, 'TABLE'],
  [
    'nomme un CTE comme le catalogue',
    `WITH duckdb_tables AS (SELECT 1) SELECT * FROM (SELECT * FROM duckdb_tables)`,
    'TABLE',
  ],
  ['lit l’environnement', `SELECT getenv('HOME')`, 'FONCTION'],
  ['lit une variable', `SELECT getvariable('x')`, 'FONCTION'],
  ['lit la version', `SELECT version()`, 'FONCTION'],
  ['exécute un texte', `SELECT * FROM query('SELECT 1')`, 'FONCTION'],
  ['lit une table par son nom en texte', `SELECT * FROM query_table('demandes')`, 'FONCTION'],
  ['exécute une requête sérialisée', `SELECT * FROM json_execute_serialized_sql('{}')`, 'FICHIER'],
  ['joint une base', `ATTACH '/tmp/x.duckdb'`, 'PAS_UNE_LECTURE'],
  ['détache la base', `DETACH demandes`, 'PAS_UNE_LECTURE'],
  ['écrit dans les traces', `SELECT write_log('x')`, 'FONCTION'],
]

const AUTRES: readonly Hostile[] = [
  ['crée une table', `CREATE TABLE t AS SELECT * FROM demandes`, 'PAS_UNE_LECTURE'],
  ['crée une table temporaire', `CREATE TEMP TABLE t AS SELECT 1`, 'PAS_UNE_LECTURE'],
  ['crée une macro', `CREATE MACRO f() AS 1`, 'PAS_UNE_LECTURE'],
  ['efface', `DELETE FROM demandes`, 'PAS_UNE_LECTURE'],
  ['efface sous un CTE', `WITH x AS (DELETE FROM demandes RETURNING *) SELECT * FROM x`, 'SYNTAXE'],
  ['récrit', `UPDATE demandes SET statut = 'ACTIVE'`, 'PAS_UNE_LECTURE'],
  ['insère', `INSERT INTO demandes SELECT * FROM demandes`, 'PAS_UNE_LECTURE'],
  ['supprime', `DROP TABLE demandes`, 'PAS_UNE_LECTURE'],
  ['prépare', `PREPARE p AS SELECT 1`, 'PAS_UNE_LECTURE'],
  ['exécute ce qui est préparé', `EXECUTE p`, 'PAS_UNE_LECTURE'],
  ['ouvre une transaction', `BEGIN`, 'PAS_UNE_LECTURE'],
  ['appelle', `CALL duckdb_settings()`, 'PAS_UNE_LECTURE'],
  ['vide le journal du moteur', `CHECKPOINT`, 'PAS_UNE_LECTURE'],
  ['explique', `EXPLAIN SELECT 1`, 'PAS_UNE_LECTURE'],
  ['montre les tables', `SHOW TABLES`, 'PAS_UNE_LECTURE'],
  ['résume', `SUMMARIZE demandes`, 'PAS_UNE_LECTURE'],
  ['en met deux', `SELECT 1; SELECT 2`, 'PLUSIEURS'],
  ['cache la seconde derrière un commentaire', `SELECT 1 /* ; */ ; -- fin\nDROP TABLE demandes`, 'PAS_UNE_LECTURE'],
  ['ne dit rien', ` -- rien `, 'VIDE'],
  ['emploie une espace insécable', `SELECT\u00a0* FROM\u00a0read_text('/etc/passwd')`, 'FICHIER'],
  ['emploie des lettres pleine chasse', `ＳＥＬＥＣＴ 1`, 'SYNTAXE'],
  ['renverse le sens d’écriture', `SELECT \u202e* FROM demandes`, 'SYNTAXE'],
  ['nomme un paramètre de son cru', `SELECT $secret`, 'PARAMETRE'],
  ['emploie un paramètre sans nom', `SELECT ?`, 'PARAMETRE'],
  ['laisse un texte ouvert', `SELECT 'abc`, 'SYNTAXE'],
]

const DONNEES: readonly Hostile[] = [
  ['demande un nom', `SELECT nom FROM demandes`, 'NOM'],
  ['demande un prénom', `SELECT d.prenom FROM demandes d`, 'NOM'],
  ['demande un téléphone', `SELECT telephone FROM demandes_actives`, 'NOM'],
  ['demande une date de naissance', `SELECT date_naissance FROM radiations`, 'NOM'],
  ['demande une empreinte', `SELECT empreinte_nom FROM demandes_versions`, 'NOM'],
  ['demande un NIR', `SELECT nir FROM demandes`, 'NOM'],
  ['demande un commentaire', `SELECT commentaire FROM demandes`, 'NOM'],
  ['demande un motif à côté d’une demande', `SELECT numero_unique, motif_demande FROM demandes`, 'SENSIBLE'],
  ['demande une nationalité à côté d’une demande', `SELECT numero_unique, nationalite FROM demandes`, 'SENSIBLE'],
  [
    'joint un motif à un numéro',
    `SELECT d.numero_unique, m.motif_demande FROM demandes d JOIN motifs m USING (commune_souhaitee)`,
    'NUMERO',
  ],
  [
    'joint une nationalité à un numéro dans une sous-requête',
    `SELECT numero_unique, (SELECT any_value(nationalite) FROM nationalites) FROM demandes`,
    'NUMERO',
  ],
  ['joint par un nom en majuscules', `SELECT NUMERO_UNIQUE FROM demandes, "MOTIFS"`, 'NUMERO'],
  ['lit la base d’un autre territoire par son nom', `SELECT * FROM "059-AVEC_NUMEROS-0".demandes`, 'TABLE'],
  ['lit une table des comptes', `SELECT * FROM comptes`, 'TABLE'],
  ['lit le journal', `SELECT * FROM journal`, 'TABLE'],
]

const DEMESURE: readonly Hostile[] = [
  [
    'boucle sans fin',
    `WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t`,
    'TEMPS',
  ],
  ['compte sans fin', `SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b`, 'TEMPS'],
  ['demande dix millions de lignes', `SELECT * FROM range(10000000)`, 'BORNEE'],
  ['croise tout avec tout', `SELECT a.range, b.range FROM range(100000) a, range(100000) b`, 'BORNEE'],
  ['fait un texte de trois milliards de lettres', `SELECT repeat('x', 3000000000)`, 'MEMOIRE'],
  [
    'réunit tout en une liste',
    `SELECT list(a.range) FROM range(100000000) a, range(100) b GROUP BY b.range`,
    'MEMOIRE',
  ],
  [
    'trie plus que la mémoire',
    `SELECT max(r) FROM (SELECT row_number() OVER (ORDER BY md5(a.range::VARCHAR) || b.range) AS r FROM range(1000000) a, range(50) b)`,
    'MEMOIRE',
  ],
  ['emboîte mille parenthèses de sous-requêtes', `SELECT ${'(SELECT '.repeat(1000)}1${')'.repeat(1000)}`, 'PROFONDEUR'],
  ['ajoute cinq mille fois un', `SELECT ${Array.from({ length: 5000 }, () => '1').join('+')}`, 'PROFONDEUR'],
  ['rend un résultat trop lourd', `SELECT repeat('x', 4000) FROM range(9000)`, 'POIDS'],
  ['dépasse un entier', `SELECT 9223372036854775807 + 1::BIGINT * 2`, 'VALEUR'],
]

/** What a person may try. */
export const HOSTILES: readonly Hostile[] = [...FICHIERS, ...RESEAU, ...MOTEUR, ...AUTRES, ...DONNEES, ...DEMESURE]
