import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { sql } from 'kysely'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { COMMENTAIRE, LOYER, NIR, NOM } from './cas.ts'

/** What no file of a base may hold; names may stand in their own files alone. */
const JAMAIS = [NIR, COMMENTAIRE, LOYER, 'AVALE']

/** What of it a text that anyone may read holds. */
export const motsInterdits = (dit: string): string[] => motsDans(dit, [...JAMAIS, NOM])

const fichiersDe = (racine: string): string[] =>
  readdirSync(racine, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

const motsDans = (octets: Buffer | string, mots: readonly string[]): string[] =>
  mots.filter((mot) => octets.includes(mot))

const textesDe = async ({ connection }: Base, relation: string): Promise<string> =>
  JSON.stringify(await runQuery(connection, sql.raw(`SELECT COLUMNS(*)::VARCHAR FROM ${relation}`)))

/** Where a base's folder holds what it must not (`deplaces` may stand among names alone): the bytes of each file, and the texts of each table and Parquet file. */
export const fouiller = async (base: Base, deplaces: readonly string[] = []): Promise<string[]> => {
  const jamais = JAMAIS.filter((mot) => !deplaces.includes(mot))
  const { racine, identites, temporaire } = base.dossier
  const fautes: string[] = []
  for (const chemin of fichiersDe(racine)) {
    const mots = chemin.startsWith(identites) ? jamais : [...JAMAIS, NOM]
    const lus = chemin.endsWith('.parquet') ? await textesDe(base, `read_parquet('${chemin}')`) : ''
    for (const mot of [...motsDans(readFileSync(chemin), mots), ...motsDans(lus, mots)])
      fautes.push(`${relative(racine, chemin)} contient ${mot}`)
  }
  for (const { nom } of base.tables)
    for (const mot of motsDans(await textesDe(base, nom), [...JAMAIS, NOM]))
      fautes.push(`la table ${nom} contient ${mot}`)
  const restes = readdirSync(temporaire).filter((nom) => nom !== 'moteur')
  if (restes.length > 0) fautes.push(`le dossier temporaire garde ${restes.join(', ')}`)
  return fautes
}

/** The state of a base, rejects and the application's own database apart: what a refusal leaves as it was. */
export const etatDe = ({ dossier }: Base): string => {
  const etat = createHash('sha256')
  for (const chemin of fichiersDe(dossier.racine).sort()) {
    if (chemin.startsWith(dossier.rejets) || chemin.startsWith(dossier.application)) continue
    etat.update(relative(dossier.racine, chemin)).update(readFileSync(chemin))
  }
  return etat.digest('hex')
}
