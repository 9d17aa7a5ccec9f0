import { readFileSync } from 'node:fs'
import { resource } from '../ingest/socle/ressource.ts'

/** The software's version, kept with what it computes. */
export const readVersion = (): string =>
  (JSON.parse(readFileSync(resource('package.json'), 'utf8')) as { version: string }).version
