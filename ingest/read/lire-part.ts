import type { Table } from '../contract/column.ts'
import type { Profil } from '../contract/profil.ts'
import { connaissanceDe } from './connaissance.ts'
import { type ContexteCsv, lireCsv } from './csv.ts'
import { lireOctets } from './empreinte.ts'
import { lireParquet } from './parquet.ts'
import type { Connaissance, Fichier, Part } from './part.ts'
import { preparer } from './preparer.ts'
import { type ContexteXlsx, lireXlsx } from './xlsx.ts'

export interface ContexteLecture extends ContexteCsv, ContexteXlsx {
  readonly connaissance: Connaissance
}

/** What an import reads its files with. */
export type MoyensLecture = Pick<ContexteXlsx, 'connection' | 'dossierTemporaire' | 'confier' | 'supposer'>

/** What the files of a table are read with. */
export const contexteLecture = (
  table: Table,
  profil: Profil,
  moyens: MoyensLecture & Pick<ContexteXlsx, 'rang'>,
): ContexteLecture => {
  const connaissance = connaissanceDe(table, profil)
  return {
    ...moyens,
    connaissance,
    connus: connaissance.connus,
    preparer: preparer(table, profil, moyens),
  }
}

/** The parts of a table that a file gives: one, or as many as a workbook has sheets of it. */
export interface FichierLu {
  readonly fichier: Fichier
  readonly parts: readonly Part[]
  /** Sheets that were left; empty for what is no workbook. */
  readonly ecartees: readonly string[]
}

/** Reads a file's form, not yet its rows. */
export const lireFichier = async (contexte: ContexteLecture, nom: string, chemin: string): Promise<FichierLu> => {
  const { connection, rang } = contexte
  const lecture = await lireOctets(chemin)
  const fichier: Fichier = { nom, chemin, empreinte: lecture.sha256 }
  if (/\.xlsx$/i.test(nom)) return { fichier, ...(await lireXlsx(contexte, fichier)) }
  const part = /\.parquet$/i.test(nom)
    ? await lireParquet(connection, fichier, rang)
    : await lireCsv(contexte, fichier, lecture)
  return { fichier, parts: [part], ecartees: [] }
}
