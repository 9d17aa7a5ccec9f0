import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { DEMANDES } from '../../ingest/contract/tables.ts'

const TYPES: Readonly<Record<string, string>> = { date: 'DATE', entier: 'INTEGER', nombre: 'DOUBLE' }
const typeDe = new Map<string, string>(DEMANDES.colonnes.map(({ nom, type }) => [nom, TYPES[type] ?? 'VARCHAR']))

/** DuckDB's own typed reading of a snapshot's demandes: what imports are compared with. */
export const lectureTypee = (dossier: string): string => {
  const csv = join(dossier, 'demandes.csv')
  const tete =
    execFileSync('head', ['-c', '4000', csv], { encoding: 'utf8' })
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)[0] ?? ''
  const colonnes = tete.split(';').map((nom) => `'${nom}': '${typeDe.get(nom) ?? 'VARCHAR'}'`)
  return `SELECT * FROM read_csv('${csv}', auto_detect = false, header = true, delim = ';', quote = '"', decimal_separator = ',', dateformat = '%d/%m/%Y', columns = {${colonnes.join(', ')}})`
}
