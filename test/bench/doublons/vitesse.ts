import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { enJour } from '../../../ingest/socle/jour.ts'
import { entier } from '../../../ingest/socle/sql/colonne.ts'
import { runOne } from '../../../ingest/socle/sql/query.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { detecter } from '../../../metrics/doublons/detecter.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'

export interface Vitesse {
  readonly lignes: number
  readonly actives: number
  readonly comparees: number
  /** Wall-clock and processor seconds of the detection. */
  readonly secondes: number
  readonly processeur: number
  /** The reference: the same candidate pairs, by deterministic keys, and their Jaro–Winkler alone. */
  readonly reference: number
  /** Peak memory of the process, in GB. */
  readonly memoire: number
}

const processeur = (): number => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  return (userCPUTime + systemCPUTime) / 1e6
}

/** Times the detection on a made-up snapshot of so many active demandes, beside a plain reference. */
export const mesurerVitesse = async (demandes: number, pret?: string): Promise<Vitesse> => {
  const travail = mkdtempSync(join(tmpdir(), 'infocentre-doublons-'))
  const dossier = pret ?? join(travail, 'instantanes')
  if (pret === undefined || !existsSync(pret))
    await generer({ dossier, territoire: '013', demandes, mois: 1, fin: enJour('2026-10-31'), graine: 1, seuilsEn })
  const instance = await DuckDBInstance.create(join(travail, 'base.duckdb'), {
    memory_limit: '1GB',
    temp_directory: join(travail, 'moteur'),
  })
  const connection = await instance.connect()
  const jour = (nom: string) => `try_strptime(${nom}, '%d/%m/%Y')::DATE AS ${nom}`
  await connection.run(
    `CREATE TABLE toutes AS SELECT numero_unique, statut, type_demandeur, nom, nom_naissance, prenom, ${jour('date_naissance')}, conjoint_nom_naissance, conjoint_prenom, ${jour('conjoint_date_naissance')}, code_postal, telephone, courriel
      FROM read_csv('${join(dossier, '2026-10-31', 'demandes.csv')}', all_varchar = true, header = true, delim = ';')`,
  )
  const { lignes } = await runOne(connection, sql`SELECT count(*) AS lignes FROM toutes`, { lignes: entier })
  await connection.run(`CREATE TABLE s AS FROM toutes WHERE statut = 'ACTIVE' AND type_demandeur = 'PERSONNE'`)
  const [depart, cpu] = [performance.now(), processeur()]
  const { demandes: actives, comparees } = await detecter(connection, sql`s`)
  const [secondes, travaille] = [(performance.now() - depart) / 1000, processeur() - cpu]
  const debut = performance.now()
  await connection.run(`SELECT count(*) FROM (SELECT DISTINCT a.numero_unique AS x, b.numero_unique AS y,
      jaro_winkler_similarity(upper(a.nom_naissance), upper(b.nom_naissance)) AS n, jaro_winkler_similarity(upper(a.prenom), upper(b.prenom)) AS p
    FROM s a JOIN s b ON a.numero_unique < b.numero_unique AND a.date_naissance = b.date_naissance AND a.nom_naissance[1:2] = b.nom_naissance[1:2]
    UNION SELECT a.numero_unique, b.numero_unique, jaro_winkler_similarity(upper(a.nom_naissance), upper(b.nom_naissance)), jaro_winkler_similarity(upper(a.prenom), upper(b.prenom))
    FROM s a JOIN s b ON a.numero_unique < b.numero_unique AND a.nom_naissance = b.nom_naissance AND a.prenom = b.prenom AND year(a.date_naissance) = year(b.date_naissance)
    UNION SELECT a.numero_unique, b.numero_unique, jaro_winkler_similarity(upper(a.nom_naissance), upper(b.nom_naissance)), jaro_winkler_similarity(upper(a.prenom), upper(b.prenom))
    FROM s a JOIN s b ON a.numero_unique < b.numero_unique AND a.telephone = b.telephone)
    WHERE n > 0.9 AND p > 0.9`)
  const reference = (performance.now() - debut) / 1000
  connection.closeSync()
  instance.closeSync()
  rmSync(travail, { recursive: true, force: true })
  const memoire = process.resourceUsage().maxRSS / 1e6
  return { lignes, actives, comparees, secondes, processeur: travaille, reference, memoire }
}
