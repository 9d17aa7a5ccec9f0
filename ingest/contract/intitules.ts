import type { Column, Table } from './column.ts'
import { JAMAIS_CONSERVEES, SYNONYMES } from './synonymes.ts'

/** A heading as it is compared: no accents, no case, no spaces or punctuation. */
export const normaliserIntitule = (intitule: string): string =>
  intitule
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

/** A code as it is compared: « Célibataire » is CELIBATAIRE, « Sans  abri » is SANS_ABRI. */
export const normaliserCode = (valeur: string): string =>
  valeur
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

const ECARTEES = new Set(JAMAIS_CONSERVEES.map(normaliserIntitule))

/** A NIR, a free comment or a rent: dropped while reading. */
export const estEcartee = (intitule: string): boolean => {
  const normalise = normaliserIntitule(intitule)
  return (
    ECARTEES.has(normalise) ||
    /^NIR|SECURITESOCIALE|^COMMENTAIRE|^OBSERVATION|^(MONTANTDU|MONTANT)?LOYER/.test(normalise)
  )
}

/** The contract's column each heading stands for, by normalised heading; names win over labels, labels over synonyms. */
export const intitulesConnus = (
  table: Table,
  synonymes: Readonly<Record<string, readonly string[]>> = {},
): ReadonlyMap<string, Column> => {
  const connus = new Map<string, Column>()
  const add = (intitule: string, colonne: Column) => {
    const cle = normaliserIntitule(intitule)
    if (cle !== '' && !connus.has(cle)) connus.set(cle, colonne)
  }
  for (const colonne of table.colonnes) for (const intitule of synonymes[colonne.nom] ?? []) add(intitule, colonne)
  for (const colonne of table.colonnes) add(colonne.nom, colonne)
  for (const colonne of table.colonnes) add(colonne.libelle, colonne)
  for (const colonne of table.colonnes)
    for (const intitule of SYNONYMES[table.nom]?.[colonne.nom] ?? []) add(intitule, colonne)
  return connus
}
