import type { Table } from '../../contract/column.ts'
import type { Profil } from '../../contract/profil.ts'
import { type ClasseurLu, type DemandeClasseur, lireClasseur } from '../classeur/lire-classeur.ts'
import { connaissanceDe } from '../connaissance.ts'
import { type CsvPret, type DemandeCsv, preparerCsv } from '../preparer-csv.ts'
import { dezipper } from '../zip.ts'

/** What is done apart from the process that holds the base: opening what others made. */
export type Travail =
  | { readonly sorte: 'archive'; readonly nom: string; readonly chemin: string; readonly cible: string }
  | ({ readonly sorte: 'classeur' } & DemandeClasseur)
  | ({
      readonly sorte: 'csv'
      readonly table: Table
      /** The profile's headings. */
      readonly colonnes: NonNullable<Profil['colonnes']>
    } & DemandeCsv)

export interface Fruits {
  readonly archive: null
  readonly classeur: ClasseurLu
  readonly csv: CsvPret
}

/** Why a file is refused, for who asked to say. */
export interface Refus {
  readonly code: string
  readonly phrase: string
  readonly faits: Readonly<Record<string, unknown>>
}

export type Reponse = { readonly fait: Fruits[keyof Fruits] } | { readonly refus: Refus }

export const accomplir = async (travail: Travail): Promise<Fruits[keyof Fruits]> => {
  if (travail.sorte === 'classeur') return lireClasseur(travail)
  if (travail.sorte === 'csv')
    return preparerCsv(travail, connaissanceDe(travail.table, { colonnes: travail.colonnes }))
  await dezipper(travail.chemin, travail.cible)
  return null
}
