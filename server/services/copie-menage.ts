import { join } from 'node:path'
import { sql } from 'kysely'
import { DEMANDES } from '../../ingest/contract/tables.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { entier, jour } from '../../ingest/socle/sql/colonne.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { refs, runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { type Instantane, listInstantanes } from '../../ingest/store/instantanes.ts'
import { parquetSql } from '../../ingest/store/parquet.ts'
import type { TablesLues } from '../../metrics/tables.ts'
import { type EcritCopie, lireEcrits } from '../state/ecrits-du-menage.ts'
import { avecEtat } from '../state/etat.ts'

type Valeurs = Readonly<Record<string, unknown>>

/** A demande as it stood from a snapshot (included) to another (excluded; null while it still stands). */
export interface VersionCopiee {
  readonly depuis: Jour
  readonly jusqua: Jour | null
  readonly valeurs: Valeurs
}

/** All that a territory holds of one demande. */
export interface CopieTerritoire {
  readonly territoire: string
  /** Names, birth date, contact, dwelling, of the latest snapshot alone; null where it does not show the demande. */
  readonly identite: Valeurs | null
  /** Nationality and motive, of the latest snapshot alone. */
  readonly sensibles: Valeurs | null
  readonly versions: readonly VersionCopiee[]
  readonly marques: readonly { readonly instantane: Jour; readonly marque: string }[]
  /** Snapshots whose file of fingerprints has the demande. */
  readonly empreintes: readonly Jour[]
  /** How many other demandes name it as the one that a duplicate alert showed. */
  readonly citee: number
  /** How many others look like the same household's in the latest snapshot. */
  readonly rapprochee: number
  /** As registered in spite of the alert, in the latest snapshot; null where it was not. */
  readonly forcage: Valeurs | null
}

/** All that an installation holds of one demande. */
export interface CopieMenage {
  readonly numero_unique: string
  readonly territoires: readonly CopieTerritoire[]
  /** What persons wrote of it in the application. */
  readonly ecrits: readonly EcritCopie[]
  /** Entries of the audit log that name it: when, what, in which role. */
  readonly consultations: readonly { readonly instant: string; readonly action: string; readonly role: string | null }[]
}

const SENSIBLES = DEMANDES.colonnes.flatMap((c) =>
  'confidentialite' in c && c.confidentialite === 'sensible' ? [c.nom] : [],
)
const JAMAIS = '9999-12-31'

const lireTerritoire = async (
  { connection, dossier }: Base,
  territoire: string,
  instantanes: readonly Instantane[],
  numero: string,
): Promise<CopieTerritoire> => {
  const dansFichier = async (sorte: 'identites' | 'cles', nom: string | null): Promise<Valeurs | null> => {
    if (nom === null) return null
    const [ligne] = await runQuery(
      connection,
      sql`SELECT ${sorte === 'cles' ? sql`numero_unique` : sql`*`} FROM ${parquetSql(join(dossier[sorte], nom))} WHERE numero_unique = ${numero}`,
    )
    return ligne ?? null
  }
  const versions = await runQuery(
    connection,
    sql`SELECT * EXCLUDE (territoire, empreinte_nom, empreinte_prenom), empreinte_nom IS NOT NULL AS empreinte_nom, empreinte_prenom IS NOT NULL AS empreinte_prenom
      FROM demandes_versions WHERE territoire = ${territoire} AND numero_unique = ${numero} ORDER BY depuis`,
  )
  const [sensibles] = await runQuery(
    connection,
    sql`SELECT ${refs(SENSIBLES)} FROM demandes_courantes WHERE territoire = ${territoire} AND numero_unique = ${numero}`,
  )
  const empreintes: Jour[] = []
  for (const { date, fichier_cles } of instantanes)
    if ((await dansFichier('cles', fichier_cles)) !== null) empreintes.push(date)
  const { citee } = await runOne(
    connection,
    sql`SELECT count(DISTINCT numero_unique) AS citee FROM (
      SELECT numero_unique FROM demandes_versions WHERE territoire = ${territoire} AND numero_unique_rapproche = ${numero}
      UNION ALL SELECT numero_unique FROM marques WHERE territoire = ${territoire} AND anterieure = ${numero})`,
    { citee: entier },
  )
  const { rapprochee } = await runOne(
    connection,
    sql`SELECT count(DISTINCT CASE WHEN a = ${numero} THEN b ELSE a END) AS rapprochee FROM doublons_paires
      WHERE territoire = ${territoire} AND (a = ${numero} OR b = ${numero})`,
    { rapprochee: entier },
  )
  const [forcage] = await runQuery(
    connection,
    sql`SELECT date_enregistrement, motif_forcage, active, jours_de_cloture FROM forcages WHERE territoire = ${territoire} AND numero_unique = ${numero}`,
  )
  return {
    territoire,
    rapprochee,
    forcage: forcage ?? null,
    identite: await dansFichier('identites', instantanes.at(-1)?.fichier_identites ?? null),
    sensibles: sensibles ?? null,
    versions: versions.map(({ depuis, jusqua, ...valeurs }) => ({
      depuis: jour.lire(depuis ?? null),
      jusqua: jusqua === JAMAIS ? null : jour.lire(jusqua ?? null),
      valeurs,
    })),
    marques: await kyselyOn<TablesLues>(connection)
      .selectFrom('marques')
      .select(['instantane', 'marque'])
      .where('territoire', '=', territoire)
      .where('numero_unique', '=', numero)
      .orderBy('instantane')
      .orderBy('marque')
      .execute(),
    empreintes,
    citee,
  }
}

/** Everything held of one demande, history included. Whoever asks must write the audit log: names are in it. */
export const lireCopie = async (base: Base, numero: string): Promise<CopieMenage> => {
  const tous = await listInstantanes(base.connection)
  const territoires: CopieTerritoire[] = []
  for (const territoire of new Set(tous.map((instantane) => instantane.territoire))) {
    const siens = tous.filter((instantane) => instantane.territoire === territoire)
    const copie = await lireTerritoire(base, territoire, siens, numero)
    if (copie.versions.length > 0 || copie.marques.length > 0 || copie.citee > 0) territoires.push(copie)
  }
  const dossiers = await avecEtat(base.dossier, async (etat) => ({
    ecrits: await lireEcrits(etat, numero),
    consultations: await etat
      .selectFrom('journal')
      .select(['instant', 'action', 'role'])
      .where('detail', 'like', `%${numero}%`)
      .orderBy('id')
      .execute(),
  }))
  return { numero_unique: numero, territoires, ...dossiers }
}
