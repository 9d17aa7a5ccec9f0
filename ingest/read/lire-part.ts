import { type ContexteCsv, lireCsv } from './csv.ts'
import { lireOctets } from './empreinte.ts'
import { lireParquet } from './parquet.ts'
import type { Fichier, Part } from './part.ts'
import { lireXlsx } from './xlsx.ts'

export type ContexteLecture = ContexteCsv

/** Reads a file's form, not yet its rows. */
export const lirePart = async (contexte: ContexteLecture, nom: string, chemin: string): Promise<Part> => {
  const { connection, estConnu, rang } = contexte
  const lecture = await lireOctets(chemin)
  const fichier: Fichier = { nom, chemin, empreinte: lecture.sha256 }
  if (/\.parquet$/i.test(nom)) return lireParquet(connection, fichier)
  if (/\.xlsx$/i.test(nom)) return lireXlsx(connection, fichier, estConnu, rang)
  return lireCsv(contexte, fichier, lecture)
}
