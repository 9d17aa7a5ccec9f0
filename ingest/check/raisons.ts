import type { NomTable } from '../contract/tables.ts'

/** Why a row is rejected, in the order in which reasons are looked for. */
export type Raison =
  | 'GUILLEMETS'
  | 'COLONNES'
  | 'PRECISION_PERDUE'
  | 'NUMERO_UNIQUE_INVALIDE'
  | 'DATE_INVALIDE'
  | 'CHAMP_OBLIGATOIRE'
  | 'CODE_INCONNU'
  | 'NUMERO_UNIQUE_REPETE'
  | 'CODE_REPETE'

/** Rows without any character but separators and spaces, and closing totals: no rows at all. */
export const AUCUNE_LIGNE = 'AUCUNE'

export const MASQUEE = '(masquée)'

export const verifiees = (table: NomTable): string => `verifiees_${table}`
