import type { Profil } from '../../ingest/contract/profil.ts'
import type { Traduction } from '../../web/depot.ts'
import { direIntitule, direMot } from '../../web/modeles/reprises.ts'

/** The translations of a profile, each with what takes it away. */
export const traductionsDe = ({ colonnes = {}, valeurs = {} }: Profil): Traduction[] => [
  ...Object.entries(colonnes).flatMap(([nom, intitules]) =>
    intitules.map((mot) => ({ cle: cleDe('colonnes', nom, mot), texte: direIntitule(nom, mot) })),
  ),
  ...Object.entries(valeurs).flatMap(([nom, mots]) =>
    Object.entries(mots).map(([mot, code]) => ({ cle: cleDe('valeurs', nom, mot), texte: direMot(nom, mot, code) })),
  ),
]

const cleDe = (...place: readonly string[]): string => JSON.stringify(place)

/** A profile without some of its translations. */
export const sansTraductions = ({ colonnes = {}, valeurs = {} }: Profil, cles: ReadonlySet<string>): Profil => ({
  colonnes: Object.fromEntries(
    Object.entries(colonnes).map(([nom, intitules]) => [
      nom,
      intitules.filter((mot) => !cles.has(cleDe('colonnes', nom, mot))),
    ]),
  ),
  valeurs: Object.fromEntries(
    Object.entries(valeurs).map(([nom, mots]) => [
      nom,
      Object.fromEntries(Object.entries(mots).filter(([mot]) => !cles.has(cleDe('valeurs', nom, mot)))),
    ]),
  ),
})

/** A profile with more translations, which win over its own. */
export const avecTraductions = (
  { colonnes = {}, valeurs = {} }: Profil,
  { colonnes: intitules = {}, valeurs: mots = {} }: Profil,
): Profil => ({
  colonnes: {
    ...colonnes,
    ...Object.fromEntries(
      Object.entries(intitules).map(([nom, ajoutes]) => [nom, [...new Set([...ajoutes, ...(colonnes[nom] ?? [])])]]),
    ),
  },
  valeurs: {
    ...valeurs,
    ...Object.fromEntries(Object.entries(mots).map(([nom, ajoutes]) => [nom, { ...valeurs[nom], ...ajoutes }])),
  },
})
