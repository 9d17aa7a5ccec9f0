import type { Column, Table } from './column.ts'
import { AVANT_LE_NOM, JAMAIS_CONSERVEES, SYNONYMES } from './synonymes.ts'

const PETITS_MOTS = new Set(['DE', 'D', 'DU', 'DES', 'LA', 'LE', 'L'])

const motsDe = (intitule: string): string[] =>
  intitule
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((mot) => mot !== '' && !PETITS_MOTS.has(mot))

/** A heading as it is compared: no accents, no case, no spaces or punctuation, no small words. */
export const normaliserIntitule = (intitule: string): string => motsDe(intitule).join('')

/** A code as it is compared: « Célibataire » is CELIBATAIRE, « Sans  abri » is SANS_ABRI. */
export const normaliserCode = (valeur: string): string =>
  valeur
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

/** A whole cell as it is compared with empty words: no case, no accents. */
export const normaliserMotVide = (cellule: string): string =>
  cellule.trim().normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()

const ECARTEES = new Set(JAMAIS_CONSERVEES.map(normaliserIntitule))

const NIR = /^NIR|(SECURITE|SECU)SOCIALE|^N(UMERO|UM|O)?(SECU|SS|INSEE)(DEMANDEUR|CONJOINT)?$/
const COMMENTAIRE_OU_LOYER = /COMMENTAIRE|OBSERVATION|^(MONTANT)?LOYER/

/** A NIR, a free comment or a rent: dropped while reading. */
export const estEcartee = (intitule: string): boolean => {
  const mots = motsDe(intitule)
  const normalise = mots.join('')
  return ECARTEES.has(normalise) || mots.includes('NIR') || NIR.test(normalise) || COMMENTAIRE_OU_LOYER.test(normalise)
}

/** The contract's column each heading stands for, by normalised heading, those that win first: a profile's, names, labels, synonyms. */
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
  for (const colonne of table.colonnes)
    for (const intitule of AVANT_LE_NOM[table.nom]?.[colonne.nom] ?? []) add(intitule, colonne)
  for (const colonne of table.colonnes) add(colonne.nom, colonne)
  for (const colonne of table.colonnes) add(colonne.libelle, colonne)
  for (const colonne of table.colonnes)
    for (const intitule of SYNONYMES[table.nom]?.[colonne.nom] ?? []) add(intitule, colonne)
  return connus
}
