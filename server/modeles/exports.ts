import type { Contexte, LienExport } from '../../web/contexte.ts'
import { lien } from '../../web/liens.ts'

const FORMATS = [
  ['csv', 'CSV (tableur)'],
  ['json', 'JSON'],
] as const

/** The formats in which the figures of the month can be had, narrowed to a guichet or an indicator. */
export const lienExport = (
  contexte: Contexte,
  filtre: { readonly niveau?: string; readonly entite?: string; readonly indicateur?: string } = {},
): LienExport[] =>
  FORMATS.map(([format, libelle]) => ({ libelle, href: lien(contexte, `/exports/indicateurs.${format}`, filtre) }))
