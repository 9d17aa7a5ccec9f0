import { COLONNES_DES_FICHIERS } from '../contract/histoire.ts'
import type { Lieu } from '../socle/sql/table.ts'

/** What stands for a number that retention erased. */
export const NUMERO_PURGE = 'n° purgé'

/** Parquet files beside the base, by the folder where they stand: what the contract says of their columns. */
export const LIEUX_DES_FICHIERS: readonly Lieu[] = Object.entries(COLONNES_DES_FICHIERS).flatMap(([lieu, colonnes]) =>
  colonnes.flatMap(({ nom, numero }) => (numero === undefined ? [] : [{ lieu, colonne: nom, effet: numero }])),
)

/** Folders of text files, where a number may stand anywhere. */
export const DOSSIERS_DE_TEXTES = ['rejets'] as const

/** Seventeen or eighteen letters and digits on their own: a number, or one whose leading zero a spreadsheet ate. */
const MOT = /(?<![0-9A-Za-z])[0-9A-Za-z]{17,18}(?![0-9A-Za-z])/g

/** A text whose every number is as retention would leave it: two that only an erasure tells apart are one. */
export const masquerTousLesNumeros = (texte: string): string => texte.replace(MOT, NUMERO_PURGE)

/** A text without some numbers. */
export const masquerNumeros = (texte: string, purges: ReadonlySet<string>): string =>
  texte.replace(MOT, (mot) => (purges.has(mot.toUpperCase().padStart(18, '0')) ? NUMERO_PURGE : mot))
