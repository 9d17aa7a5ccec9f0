import { formatMois } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { enMois } from '../../ingest/socle/jour.ts'
import { aDesMots, direCode } from '../mots-codes.ts'
import type { Colonne } from './tri.ts'

/** A column of a list of records. */
export interface ColonneDossiers {
  readonly nom: string
  readonly intitule: string
}

/** How the heading of a column sorts the list: all the records, where they are read. */
export const enTete = ({ nom, intitule }: ColonneDossiers): Colonne<never> => ({
  cle: nom,
  libelle: intitule,
  fortDabord: nom === 'mois' || nom === 'ecart' || nom.startsWith('date_'),
  dejaTriee: true,
})

/** Whether a column holds codes, which are sorted as they are read. */
export const tientDesCodes = (nom: string): boolean => nom.startsWith('guichet') || aDesMots(nom)

/** A code of a column in words, as its list tells it: a guichet by its name. */
export const direCodeDossiers = (nom: string, code: string, guichets: ReadonlyMap<string, string>): string =>
  nom.startsWith('guichet') ? (guichets.get(code) ?? code) : direCode(nom, code)

/** A list as it is read: what tells the fault beside its number, and what every record shares said once, above. */
export interface ListeDossiers {
  readonly colonnes: readonly ColonneDossiers[]
  readonly rangees: readonly (readonly string[])[]
  /** What all of them share: its heading, and its value. */
  readonly communes: readonly (readonly [intitule: string, valeur: string])[]
}

/** Whom to find, what is wrong with it and with which other: read first, whatever they hold. */
const DABORD = ['numero_unique', 'manques', 'numero_anterieur', 'numero_unique_rapproche', 'ecart']
/** Where and when it was counted: read last. */
const ENFIN = /^(guichet|mois$)/

const rang = ({ nom }: ColonneDossiers): number => {
  const premier = DABORD.indexOf(nom)
  if (premier >= 0) return premier
  return ENFIN.test(nom) ? DABORD.length + 1 : DABORD.length
}

const direCellule = ({ nom }: ColonneDossiers, texte: string, guichets: ReadonlyMap<string, string>): string => {
  if (nom === 'mois' && texte !== '') return formatMois(enMois(texte))
  if (nom.startsWith('guichet')) {
    const libelle = guichets.get(texte)
    return libelle === undefined ? texte : `${libelle} (${texte})`
  }
  return nom === 'manques' ? fr(texte) : direCode(nom, texte)
}

/**
 * Orders the columns of some records and puts them in words. A column that says the same of every record leaves the list:
 * it is said once, or not at all where it is empty or the month, which the page says. One record alone keeps its own.
 */
export const lireListe = (
  colonnes: readonly ColonneDossiers[],
  rangees: readonly (readonly string[])[],
  guichets: ReadonlyMap<string, string>,
): ListeDossiers => {
  const lues = colonnes
    .map((colonne, i) => ({
      colonne,
      textes: rangees.map((cellules) => direCellule(colonne, cellules[i] ?? '', guichets)),
    }))
    .toSorted((a, b) => rang(a.colonne) - rang(b.colonne))
  const estCommune = ({ colonne, textes }: (typeof lues)[number]): boolean =>
    (textes.length > 1 && !DABORD.includes(colonne.nom) && textes.every((texte) => texte === textes[0])) ||
    (textes.length > 0 && textes.every((texte) => texte === ''))
  const gardees = lues.filter((lue) => !estCommune(lue))
  return {
    colonnes: gardees.map(({ colonne }) => colonne),
    rangees: rangees.map((_, i) => gardees.map(({ textes }) => textes[i] ?? '')),
    communes: lues
      .filter((lue) => estCommune(lue) && lue.colonne.nom !== 'mois')
      .flatMap(({ colonne, textes }) => (textes[0] ? [[colonne.intitule, textes[0]] as const] : [])),
  }
}
