import { COLONNES, type Colonne } from '../colonnes.ts'
import type { Hasard } from './hasard.ts'

/** The ways French office tools write the same value. */
const habillerDate = (h: Hasard, jour: string): string => {
  const [a, m, j] = [jour.slice(0, 4), jour.slice(5, 7), jour.slice(8)]
  const texte = h.chance(0.8) ? `${j}/${m}/${a}` : jour
  return h.chance(0.9)
    ? texte
    : `${texte}${h.choisir([' 14:30', ' 08:05:00', texte === jour ? 'T00:00:00' : ' 00:00'])}`
}

const habillerNombre = (h: Hasard, nombre: string, entier: boolean): string => {
  const [unites = '', decimales] = nombre.split('.')
  const espace = h.choisir(['', '', ' ', '\u00a0', '\u202f'])
  const groupees = unites.replace(/\B(?=(\d{3})+$)/g, espace)
  const fraction = decimales ?? (entier && h.chance(0.1) ? '0' : undefined)
  const texte = fraction === undefined ? groupees : `${groupees}${h.choisir([',', '.'])}${fraction}`
  return entier || h.chance(0.85) ? texte : `${texte}${h.choisir([' €', '€', '\u00a0€'])}`
}

const ACCENTUES = new Map([
  ['CELIBATAIRE', 'Célibataire'],
  ['MARIE', 'Marié'],
  ['HORS_UE', 'Hors UE'],
  ['DECOHABITATION', 'Décohabitation'],
  ['NON_RENOUVELLEMENT', 'non-renouvellement'],
  ['ETAT_PRIORITAIRES', 'État (prioritaires)'],
])

const OUI = ['O', 'o', 'OUI', 'Oui', '1', 'TRUE', 'Vrai']
const NON = ['N', 'n', 'NON', 'Non', '0', 'false', 'FAUX']

/** One cell of `demandes`, from its canonical text. */
export const habiller = (h: Hasard, colonne: Colonne, texte: string): string => {
  if (texte === '') return h.chance(0.05) ? '  ' : ''
  const type = COLONNES[colonne]
  const nu =
    type === 'date'
      ? habillerDate(h, texte)
      : type === 'nombre' || type === 'entier'
        ? habillerNombre(h, texte, type === 'entier')
        : type === 'booleen'
          ? h.choisir(texte === 'O' ? OUI : NON)
          : typeof type !== 'string' && h.chance(0.2)
            ? (ACCENTUES.get(texte) ?? texte.toLowerCase())
            : texte
  return h.chance(0.03) ? ` ${nu} ` : nu
}

/** A record as a line: quotes where they are needed, and now and then where they are not. */
export const ecrireLigne = (h: Hasard, cellules: readonly string[]): string =>
  cellules.map((c) => (/[";]/.test(c) || h.chance(0.01) ? `"${c.replaceAll('"', '""')}"` : c)).join(';')

/** A heading as people write it. */
export const habillerIntitule = (h: Hasard, colonne: string): string =>
  h.choisir([colonne, colonne, colonne, colonne.toUpperCase(), colonne.replaceAll('_', ' '), ` ${colonne}`])
