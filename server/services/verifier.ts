import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { formatJour } from '../../ingest/socle/francais/format.ts'
import { entier, texte } from '../../ingest/socle/sql/colonne.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { direDefaut, etatDuFichier, type FichierCite, listFichiers } from '../../ingest/store/fichiers.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { parquetSql } from '../../ingest/store/parquet.ts'
import { etatDuSecret, type SourceSecret } from '../../ingest/store/secret.ts'
import { INSTANTANES } from '../../ingest/store/tables.ts'
import { MOIS_CALCULES } from '../../metrics/engine/tables.ts'
import { avecEtat, type BaseEtat } from '../state/etat.ts'
import { verifierJournal } from '../state/verifier-journal.ts'

/** What an integrity check found: what is broken, and what is only worth knowing. */
export interface Verification {
  readonly defauts: readonly string[]
  readonly avertissements: readonly string[]
}

/** Reads every value of a relation: a block that changed on the disk no longer opens. Its rows are counted. */
const lireTout = async (connection: DuckDBConnection, relation: RawBuilder<unknown>): Promise<number | null> => {
  try {
    const { n } = await runOne(
      connection,
      sql`SELECT count(*) AS n, bit_xor(hash(t)) IS NULL AS vide FROM ${relation} t`,
      { n: entier },
    )
    return n
  } catch {
    return null
  }
}

const verifierTables = async (connection: DuckDBConnection): Promise<string[]> => {
  const tables = await runQuery(
    connection,
    sql`SELECT table_name AS nom FROM duckdb_tables() WHERE NOT temporary AND database_name = current_database() ORDER BY nom`,
    { nom: texte },
  )
  const defauts: string[] = []
  for (const { nom } of tables)
    if ((await lireTout(connection, sql.id(nom))) === null)
      defauts.push(`La table « ${nom} » de la base est illisible.`)
  return defauts
}

const verifierFichier = async (
  { connection, dossier }: Base,
  cite: FichierCite,
  attendues: number | null,
): Promise<{ readonly defaut?: string; readonly avertissement?: string }> => {
  const { sorte, nom } = cite
  const etat = await etatDuFichier(dossier, cite)
  if (etat === 'ABSENT') return { defaut: direDefaut(cite, etat) }
  const lignes = sorte === 'rejets' ? 0 : await lireTout(connection, parquetSql(join(dossier[sorte], nom)))
  if (lignes === null) return { defaut: `Le fichier ${sorte}/${nom} est illisible.` }
  if (etat === 'ALTERE') return { defaut: direDefaut(cite, etat) }
  if (attendues !== null && lignes !== attendues)
    return { defaut: `Le fichier ${sorte}/${nom} a ${lignes} lignes au lieu de ${attendues}.` }
  return etat === 'INCONNU'
    ? {
        avertissement: `L’empreinte du fichier ${sorte}/${nom} n’est pas connue, une version antérieure l’a écrit : le prochain import ou effacement la retiendra.`,
      }
    : {}
}

/** Every file that the base cites: there, as it was written, with as many rows as the demandes that were loaded. */
const verifierFichiers = async (base: Base): Promise<Verification> => {
  const verification = { defauts: [] as string[], avertissements: [] as string[] }
  const instantanes = await listInstantanes(base.connection)
  for (const cite of await listFichiers(base.connection)) {
    const instantane = instantanes.find((i) => i.territoire === cite.territoire && i.date === cite.date)
    const compte = cite.sorte !== 'historique' && cite.sorte !== 'rejets' && instantane?.clos === false
    const { defaut, avertissement } = await verifierFichier(base, cite, compte ? instantane.demandes : null)
    if (defaut !== undefined) verification.defauts.push(defaut)
    if (avertissement !== undefined) verification.avertissements.push(avertissement)
  }
  return verification
}

/** History shows as many demandes on a snapshot's day as were loaded, until retention erases some. */
const verifierHistoire = async (connection: DuckDBConnection): Promise<string[]> => {
  const { territoire, date, demandes } = INSTANTANES.colonnes
  const ecarts = await runQuery(
    connection,
    sql`SELECT i.territoire, i.date, i.demandes, count(v.numero_unique) AS n FROM instantanes i LEFT JOIN demandes_versions v
      ON v.territoire = i.territoire AND v.depuis <= i.date AND v.jusqua > i.date WHERE NOT i.clos
      GROUP BY ALL HAVING n <> i.demandes ORDER BY ALL`,
    { territoire, date, demandes, n: entier },
  )
  return ecarts.map(
    ({ territoire, date, demandes, n }) =>
      `L’histoire montre ${n} demandes au ${formatJour(date)} (${territoire}) au lieu de ${demandes}.`,
  )
}

const verifierResultats = async (connection: DuckDBConnection): Promise<string[]> => {
  const { territoire, mois } = MOIS_CALCULES.colonnes
  const orphelins = await runQuery(
    connection,
    sql`SELECT territoire, mois, 'sans instantané' AS faute FROM mois_calcules m
        WHERE NOT EXISTS (SELECT 1 FROM instantanes i WHERE i.territoire = m.territoire AND i.date = m.instantane)
      UNION ALL SELECT territoire, mois, 'sans résultats' FROM mois_calcules m
        WHERE NOT EXISTS (SELECT 1 FROM resultats r WHERE r.territoire = m.territoire AND r.mois = m.mois)
      UNION ALL SELECT DISTINCT territoire, mois, 'aux résultats que rien n’explique' FROM resultats r
        WHERE NOT EXISTS (SELECT 1 FROM mois_calcules m WHERE r.territoire = m.territoire AND r.mois = m.mois) ORDER BY ALL`,
    { territoire, mois, faute: texte },
  )
  return orphelins.map(({ territoire, mois, faute }) => `Le mois ${mois} (${territoire}) est ${faute}.`)
}

const DEFAUTS_DU_JOURNAL = {
  ENTREE_MANQUANTE: 'manque',
  ENTREE_MODIFIEE: 'a été modifiée',
  DETAIL_MODIFIE: 'a un détail modifié',
} as const

const verifierEtat = async (etat: BaseEtat): Promise<string[]> => {
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(etat)
  const rupture = await verifierJournal(etat)
  return [
    ...(rows[0]?.integrity_check === 'ok' ? [] : ['La base de l’application est endommagée.']),
    ...(rupture === null
      ? []
      : [`Le journal d’audit est rompu : l’entrée n° ${rupture.id} ${DEFAUTS_DU_JOURNAL[rupture.defaut]}.`]),
  ]
}

const SECRETS = {
  ABSENT:
    'Le secret des empreintes est absent : les changements de nom et les doublons n’auront pas de valeur tant qu’il n’est pas remis à sa place (INFOCENTRE_SECRET, ou son fichier).',
  AUTRE:
    'Le secret des empreintes n’est pas celui de cette base : il compte pour absent, les changements de nom et les doublons n’auront pas de valeur.',
} as const

/** Reads an installation from end to end: tables, files, figures, the application's database and its audit log, the secret. */
export const verifierInstallation = async (base: Base, source: SourceSecret): Promise<Verification> => {
  const { connection } = base
  const defauts = await verifierTables(connection)
  const avertissements: string[] = []
  if (defauts.length === 0) {
    const fichiers = await verifierFichiers(base)
    defauts.push(...fichiers.defauts)
    avertissements.push(...fichiers.avertissements)
    if (defauts.length === 0) defauts.push(...(await verifierHistoire(connection)))
    defauts.push(...(await verifierResultats(connection)))
  }
  defauts.push(...(await avecEtat(base.dossier, verifierEtat).catch(() => ['La base de l’application est illisible.'])))
  const secret = await etatDuSecret(connection, source).catch(() => null)
  if (secret === 'ABSENT' || secret === 'AUTRE') avertissements.push(SECRETS[secret])
  return { defauts, avertissements }
}
