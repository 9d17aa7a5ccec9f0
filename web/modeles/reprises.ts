import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Profil } from '../../ingest/store/profils.ts'
import type { RapportInstantane } from '../../ingest/store/rapport.ts'

/** What a reading had to take up, or to leave, in the files as they came. */
export interface Reprise {
  readonly terme: string
  readonly details: readonly string[]
}

const nombre = (terme: string, n: number): Reprise => ({ terme, details: n === 0 ? [] : [formatNombre(n)] })

const parNom = (terme: string, comptes: Readonly<Record<string, number>>): Reprise => ({
  terme,
  details: Object.entries(comptes)
    .filter(([, n]) => n > 0)
    .map(([nom, n]) => `${nom}\u00a0: ${formatNombre(n)}`),
})

/** One translation of a profile: a heading, or a word of a column. */
export const direIntitule = (colonne: string, intitule: string): string => fr(`« ${intitule} » → ${colonne}`)
export const direMot = (colonne: string, mot: string, code: string): string =>
  fr(`${colonne} : « ${mot} » → ${code === '' ? 'rien' : code}`)

const traductions = ({ colonnes = {}, valeurs = {} }: Profil): string[] => [
  ...Object.entries(colonnes).flatMap(([nom, intitules]) => intitules.map((mot) => direIntitule(nom, mot))),
  ...Object.entries(valeurs).flatMap(([nom, mots]) =>
    Object.entries(mots).map(([mot, code]) => direMot(nom, mot, code)),
  ),
]

const totaliser = (comptes: Readonly<Record<string, number>>): number =>
  Object.values(comptes).reduce((n, v) => n + v, 0)

/** All that was taken up or left to read the files of a snapshot; nothing of what was not. */
export const listReprises = (r: RapportInstantane): Reprise[] =>
  [
    { terme: 'Profil d’import appliqué', details: traductions(r.profil ?? {}) },
    nombre('Octets hors UTF-8, lus en Windows-1252', r.octets_repris),
    nombre('Lignes de total, laissées', r.lignes_de_total),
    nombre('Lignes plus courtes que l’en-tête, complétées', r.completees),
    parNom('Mots lus comme une case vide', r.mots_vides),
    parNom(
      'Valeurs d’aucune liste',
      Object.fromEntries(Object.entries(r.valeurs_inconnues).map(([nom, valeurs]) => [nom, totaliser(valeurs)])),
    ),
    { terme: 'Cases vides lues comme non', details: r.vides_lus_non },
    {
      terme: 'Feuilles écartées',
      details: Object.entries(r.feuilles_ecartees)
        .filter(([, feuilles]) => feuilles.length > 0)
        .map(([classeur, feuilles]) => `${classeur}\u00a0: ${feuilles.join(', ')}`),
    },
  ].filter(({ details }) => details.length > 0)
