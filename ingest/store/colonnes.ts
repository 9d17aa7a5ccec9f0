export * as codes from '../contract/codes.ts'
export type { Column } from '../contract/column.ts'
export { COLONNES_DES_FICHIERS, HISTOIRE, type NomHistoire, typeMoteur } from '../contract/histoire.ts'
