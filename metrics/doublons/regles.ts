import { type RawBuilder, sql } from 'kysely'
import type { CodeComparaison } from './comparaisons.ts'

/** What two demandes share, part by part. One that misses a part shares it with nobody. */
export type Cle = readonly RawBuilder<unknown>[]

/** A way to bring two demandes together: they share a key. */
export interface Variante {
  readonly cles: readonly Cle[]
  /** What the key makes equal: pairs it brings teach nothing of these. */
  readonly fixe: readonly CodeComparaison[]
}

/** A blocking rule: the loosest of its variants that the base can afford is taken; its large blocks are cut by `serrer`. */
export interface Regle {
  readonly libelle: string
  readonly variantes: readonly Variante[]
  readonly serrer: Cle
}

const cle = (...parts: readonly string[]): Cle => parts.map((part) => sql.raw(part))

const INITIALES = 'least(noyau[1:1], prenom[1:1]) || greatest(noyau[1:1], prenom[1:1])'
const ANNEE = 'jour[1:4]'
/** Null for a day of convention, which brings nobody together. */
const JOUR_MOIS = 'jour_mois'

const variante = (fixe: readonly CodeComparaison[], ...cles: readonly Cle[]): Variante => ({
  cles,
  fixe,
})

const NOMS = 'mots_tries'
const NOMS_SEULS = variante(['nom', 'prenom'], cle(NOMS))
const NOMS_ANNEE = cle(NOMS, ANNEE)
const NOMS_JOUR = cle(NOMS, JOUR_MOIS)
const NOM_SEUL = variante(['nom'], cle('noyau'))
const DATE_SEULE = variante(['naissance'], cle('jour_echange'))

/** Blocking rules, united: what one misses because of an error, another brings. */
export const REGLES: readonly Regle[] = [
  {
    libelle: 'mêmes nom et prénom, échangés ou non, même année',
    variantes: [NOMS_SEULS, variante(['nom', 'prenom', 'naissance'], NOMS_ANNEE)],
    serrer: cle(ANNEE),
  },
  {
    libelle: 'mêmes nom et prénom, échangés ou non, mêmes jour et mois',
    variantes: [NOMS_SEULS, variante(['nom', 'prenom', 'naissance'], NOMS_JOUR)],
    serrer: cle('jour'),
  },
  {
    libelle: 'même nom, même année',
    variantes: [
      NOM_SEUL,
      variante(['nom', 'naissance'], cle('noyau', ANNEE)),
      variante(['nom', 'naissance', 'prenom'], cle('noyau', ANNEE, 'prenom[1:1]')),
      variante(['nom', 'naissance', 'prenom'], cle('noyau', 'jour[1:6]', 'prenom[1:1]')),
    ],
    serrer: cle(JOUR_MOIS),
  },
  {
    libelle: 'même nom, mêmes jour et mois',
    variantes: [
      NOM_SEUL,
      variante(['nom', 'naissance'], cle('noyau', JOUR_MOIS)),
      variante(['nom', 'naissance', 'prenom'], cle('noyau', JOUR_MOIS, 'prenom[1:1]')),
      variante(['nom', 'naissance', 'prenom'], cle('noyau', JOUR_MOIS, 'prenom[1:3]')),
    ],
    serrer: cle('prenom[1:2]'),
  },
  {
    libelle: 'même nom, prénom commençant de même',
    variantes: [
      NOM_SEUL,
      variante(['nom', 'prenom'], cle('noyau', 'prenom[1:3]')),
      variante(['nom', 'prenom', 'naissance'], cle('noyau', 'prenom[1:3]', ANNEE)),
      variante(['nom', 'prenom', 'naissance'], cle('noyau', 'prenom[1:4]', 'jour[1:6]')),
    ],
    serrer: cle(ANNEE),
  },
  {
    libelle: 'même prénom, nom commençant de même',
    variantes: [
      variante(['nom', 'prenom'], cle('prenom', 'noyau[1:2]')),
      variante(['nom', 'prenom'], cle('prenom', 'noyau[1:4]')),
      variante(['nom', 'prenom', 'naissance'], cle('prenom', 'noyau[1:4]', ANNEE)),
      variante(['nom', 'prenom', 'naissance'], cle('prenom', 'noyau[1:4]', 'jour[1:6]')),
    ],
    serrer: cle(ANNEE),
  },
  {
    libelle: 'même prénom, même année',
    variantes: [
      variante(['prenom', 'naissance'], cle('prenom', ANNEE)),
      variante(['prenom', 'naissance'], cle('prenom', 'jour[1:6]')),
      variante(['prenom', 'naissance'], cle('prenom', 'jour[1:6]', 'noyau[1:1]')),
    ],
    serrer: cle(JOUR_MOIS),
  },
  {
    libelle: 'même prénom, mêmes jour et mois',
    variantes: [
      variante(['prenom', 'naissance'], cle('prenom', JOUR_MOIS)),
      variante(['prenom', 'naissance'], cle('prenom', JOUR_MOIS, 'noyau[1:1]')),
      variante(['prenom', 'naissance'], cle('prenom', JOUR_MOIS, 'noyau[1:3]')),
    ],
    serrer: cle('noyau[1:2]'),
  },
  {
    libelle: 'même prénom, même code postal',
    variantes: [
      variante(['prenom', 'code_postal'], cle('prenom', 'code_postal')),
      variante(['prenom', 'code_postal', 'nom'], cle('prenom', 'code_postal', 'noyau[1:2]')),
      variante(['prenom', 'code_postal', 'nom'], cle('prenom', 'code_postal', 'noyau[1:4]')),
      variante(['prenom', 'code_postal', 'nom', 'naissance'], cle('prenom', 'code_postal', 'noyau[1:4]', ANNEE)),
    ],
    serrer: cle(ANNEE),
  },
  {
    libelle: 'mêmes jour et mois, même code postal, noms commençant de même',
    variantes: [
      variante(
        ['naissance', 'code_postal', 'nom', 'prenom'],
        cle(JOUR_MOIS, 'code_postal', 'noyau[1:2]', 'prenom[1:1]'),
      ),
    ],
    serrer: cle('prenom[1:1]'),
  },
  {
    libelle: 'même date de naissance, mêmes initiales',
    variantes: [DATE_SEULE, variante(['naissance', 'nom', 'prenom'], cle('jour_echange', INITIALES))],
    serrer: cle('noyau[1:3]'),
  },
  {
    libelle: 'même date de naissance, nom commençant de même',
    variantes: [
      DATE_SEULE,
      variante(['naissance', 'nom'], cle('jour_echange', 'noyau[1:2]')),
      variante(['naissance', 'nom'], cle('jour_echange', 'noyau[1:4]')),
    ],
    serrer: cle('prenom[1:2]'),
  },
  {
    libelle: 'même date de naissance, prénom commençant de même',
    variantes: [
      DATE_SEULE,
      variante(['naissance', 'prenom'], cle('jour_echange', 'prenom[1:2]')),
      variante(['naissance', 'prenom'], cle('jour_echange', 'prenom[1:4]')),
    ],
    serrer: cle('noyau[1:2]'),
  },
  {
    libelle: 'même téléphone',
    variantes: [variante(['telephone'], cle('telephone'), cle('telephone_second'))],
    serrer: cle('noyau'),
  },
  { libelle: 'même courriel', variantes: [variante(['courriel'], cle('courriel'))], serrer: cle('noyau') },
  {
    libelle: 'même conjoint',
    variantes: [variante(['conjoint'], cle('conjoint_nom', 'conjoint_prenom', 'conjoint_jour'))],
    serrer: cle('noyau'),
  },
  {
    libelle: 'le demandeur de l’une est le conjoint de l’autre',
    variantes: [
      variante(
        ['nom', 'naissance'],
        cle('nom', 'jour'),
        cle('nom_usage', 'jour'),
        cle('conjoint_nom', 'conjoint_jour'),
      ),
    ],
    serrer: cle('prenom'),
  },
  {
    libelle: 'le demandeur de l’une est le conjoint de l’autre, au nom près',
    variantes: [variante(['prenom', 'naissance'], cle('prenom', 'jour'), cle('conjoint_prenom', 'conjoint_jour'))],
    serrer: cle('noyau[1:2]'),
  },
]
