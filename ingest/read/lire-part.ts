import type { DuckDBConnection } from '@duckdb/node-api'
import { lireCsv } from './csv.ts'
import { lireOctets } from './empreinte.ts'
import { lireParquet } from './parquet.ts'
import type { Fichier, Part } from './part.ts'
import { lireXlsx } from './xlsx.ts'

export interface ContexteLecture {
  readonly connection: DuckDBConnection
  readonly dossierTemporaire: string
  readonly estConnu: (intitule: string) => boolean
  /** Tells apart the temporary tables of an import. */
  readonly rang: number
}

/** Reads a file's form, not yet its rows. */
export const lirePart = async (
  { connection, dossierTemporaire, estConnu, rang }: ContexteLecture,
  nom: string,
  chemin: string,
): Promise<Part> => {
  const lecture = await lireOctets(chemin)
  const fichier: Fichier = { nom, chemin, empreinte: lecture.sha256 }
  if (/\.parquet$/i.test(nom)) return lireParquet(connection, fichier)
  if (/\.xlsx$/i.test(nom)) return lireXlsx(connection, fichier, estConnu, rang)
  return lireCsv(connection, fichier, lecture, estConnu, dossierTemporaire, rang)
}
