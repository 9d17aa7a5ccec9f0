import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { kyselyOn } from '../socle/sql/dialecte.ts'
import { insertRows } from '../socle/sql/insert-rows.ts'
import { INSTALLATION, type TablesDuMagasin } from './tables.ts'

/** Where the fingerprint secret comes from: its value, else a file. Never from the base's folder. */
export interface SourceSecret {
  readonly valeur?: string
  readonly fichier: string
}

const readSecret = (source: SourceSecret): string | null => {
  if (source.valeur) return source.valeur
  return existsSync(source.fichier) ? readFileSync(source.fichier, 'utf8').trim() : null
}

const createSecret = (source: SourceSecret): string => {
  const secret = randomBytes(32).toString('hex')
  mkdirSync(dirname(source.fichier), { recursive: true, mode: 0o700 })
  writeFileSync(source.fichier, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return secret
}

const CLE_CONTROLE = 'controle_secret'
const controle = (secret: string) => createHmac('sha256', secret).update('infocentre').digest('hex')

/** The value that tells this base's secret from another; null before the first snapshot. */
export const lireControle = async (connection: DuckDBConnection): Promise<string | null> => {
  const ligne = await kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('installation')
    .select('valeur')
    .where('cle', '=', CLE_CONTROLE)
    .executeTakeFirst()
  return ligne?.valeur ?? null
}

/**
 * The secret of this base's fingerprints, or null where the one at hand is missing or another's: what needs it then has
 * no value. A base without any snapshot takes the secret at hand, or a new one.
 */
export const loadSecret = async (connection: DuckDBConnection, source: SourceSecret): Promise<string | null> => {
  const attendu = await lireControle(connection)
  const present = readSecret(source)
  if (attendu !== null) return present !== null && controle(present) === attendu ? present : null
  const secret = present ?? createSecret(source)
  await insertRows(connection, INSTALLATION, [{ cle: CLE_CONTROLE, valeur: controle(secret) }])
  return secret
}

/** Whether the secret at hand is this base's; `SANS_OBJET` where the base has no fingerprint yet. */
export const etatDuSecret = async (
  connection: DuckDBConnection,
  source: SourceSecret,
): Promise<'SANS_OBJET' | 'PRESENT' | 'ABSENT' | 'AUTRE'> => {
  const attendu = await lireControle(connection)
  if (attendu === null) return 'SANS_OBJET'
  const present = readSecret(source)
  if (present === null) return 'ABSENT'
  return controle(present) === attendu ? 'PRESENT' : 'AUTRE'
}
