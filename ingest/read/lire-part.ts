import type { Table } from '../contract/column.ts'
import type { Profil } from '../contract/profil.ts'
import type { NomTable } from '../contract/tables.ts'
import { connaissanceDe } from './connaissance.ts'
import { type ContexteCsv, lireCsv } from './csv.ts'
import { lireOctets } from './empreinte.ts'
import { lireParquet } from './parquet.ts'
import type { Connaissance, Fichier, Part } from './part.ts'
import { preparer } from './preparer.ts'
import { lireXlsx } from './xlsx.ts'

export interface ContexteLecture extends ContexteCsv {
  readonly connaissance: Connaissance
}

/** What the files of a table are read with. */
export const contexteLecture = (
  table: Table<NomTable>,
  profil: Profil,
  moyens: Omit<ContexteCsv, 'preparer'>,
): ContexteLecture => ({
  ...moyens,
  connaissance: connaissanceDe(table, profil),
  preparer: preparer(table, profil),
})

/** The parts of a table that a file gives: one, or as many as a workbook has sheets of it. */
export interface FichierLu {
  readonly fichier: Fichier
  readonly parts: readonly Part[]
  /** Sheets that were left; empty for what is no workbook. */
  readonly ecartees: readonly string[]
}

/** Reads a file's form, not yet its rows. */
export const lireFichier = async (contexte: ContexteLecture, nom: string, chemin: string): Promise<FichierLu> => {
  const { connection, connaissance, dossierTemporaire, rang } = contexte
  const lecture = await lireOctets(chemin)
  const fichier: Fichier = { nom, chemin, empreinte: lecture.sha256 }
  if (/\.xlsx$/i.test(nom))
    return { fichier, ...(await lireXlsx(connection, fichier, connaissance.connus, dossierTemporaire, rang)) }
  const part = /\.parquet$/i.test(nom)
    ? await lireParquet(connection, fichier, rang)
    : await lireCsv(contexte, fichier, lecture)
  return { fichier, parts: [part], ecartees: [] }
}
