import type { z } from 'zod'
import type { ColonneTableau } from '../../reports/tableau/tableau.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import type { Tranche } from '../acces/porte/tranche.ts'
import type { Forme } from './forme.ts'
import { DemandeImpossible } from './probleme.ts'
import type { Page } from './tranche.ts'

/** What a resource is read with. */
export interface Demande<P> {
  readonly lecteur: Lecteur
  readonly parametres: P
  readonly tranche: Tranche
  /** For the audit log: what numbers are taken away in, and when. */
  readonly forme: Forme
  readonly maintenant: Date
}

type Ligne = Readonly<Record<string, unknown>>

/** A page of a resource, and the columns that write it, where they depend on what was asked. */
export interface Reponse extends Page<Ligne> {
  readonly colonnes: readonly ColonneTableau<Ligne>[]
  readonly tranche: Tranche
}

/** What the API gives at one address: the schemas that its document shows are those that read and describe it. */
export interface Ressource {
  /** After `/api/v1/`. */
  readonly chemin: string
  /** PascalCase, for generated clients. */
  readonly nom: string
  readonly titre: string
  readonly resume: string
  /** Whether numéros uniques are given: nothing keeps the answer then. */
  readonly nominative: boolean
  readonly parametres: z.ZodObject
  readonly ligne: z.ZodObject
  /** @throws DemandeImpossible where the address does not suit, AccesRefuse where the person may not have it. */
  lire(demande: Omit<Demande<unknown>, 'parametres' | 'tranche'>, requete: Ligne): Promise<Reponse>
}

interface Declaration<P extends z.ZodObject, L> extends Omit<Ressource, 'lire' | 'nominative' | 'parametres'> {
  readonly nominative?: true
  readonly parametres: P
  readonly colonnes: readonly ColonneTableau<L>[]
  readonly lire: (
    demande: Demande<z.output<P>>,
  ) => Promise<Page<L> & { readonly colonnes?: readonly ColonneTableau<L>[] }>
}

const direReproche = ({ issues: [premier] }: z.ZodError): string => {
  if (premier === undefined) return 'L’adresse ne convient pas.'
  if (premier.code === 'unrecognized_keys') return `Paramètre inconnu : ${premier.keys.join(', ')}.`
  return `Paramètre « ${premier.path.join('.')} » : ${premier.message}`
}

/** Reads an address by its schema. */
const lireParametres = <P extends z.ZodObject>(schema: P, requete: Ligne): z.output<P> => {
  const lu = schema.strict().safeParse(requete)
  if (!lu.success) throw new DemandeImpossible('parametre-invalide', direReproche(lu.error))
  return lu.data as z.output<P>
}

const estAsync = <L>(lignes: Iterable<L> | AsyncIterable<L>): lignes is AsyncIterable<L> =>
  Symbol.asyncIterator in lignes

/** The fields that the schema has, and no other. */
const choisir = (ligne: z.ZodObject, lue: Ligne): Ligne =>
  Object.fromEntries(Object.keys(ligne.shape).flatMap((nom) => (lue[nom] === undefined ? [] : [[nom, lue[nom]]])))

const choisirLignes = (
  schema: z.ZodObject,
  lignes: Iterable<Ligne> | AsyncIterable<Ligne>,
): Iterable<Ligne> | AsyncIterable<Ligne> => {
  if (estAsync(lignes))
    return (async function* () {
      for await (const ligne of lignes) yield choisir(schema, ligne)
    })()
  return [...lignes].map((ligne) => choisir(schema, ligne))
}

/** Declares a resource: its route, its document, its page and its forms derive from it. */
export const defineRessource = <P extends z.ZodObject, L>(declaration: Declaration<P, L>): Ressource => ({
  ...declaration,
  nominative: declaration.nominative === true,
  lire: async (demande, requete) => {
    const parametres = lireParametres(declaration.parametres, requete)
    const { depart, limite } = parametres as unknown as Tranche
    const page = await declaration.lire({ ...demande, parametres, tranche: { depart, limite } })
    // A schema without a fixed list of fields describes rows whose columns depend on what was asked.
    const lignes = page.lignes as Iterable<Ligne> | AsyncIterable<Ligne>
    return {
      ...page,
      tranche: { depart, limite },
      lignes: page.colonnes === undefined ? choisirLignes(declaration.ligne, lignes) : lignes,
      colonnes: (page.colonnes ?? declaration.colonnes) as readonly ColonneTableau<Ligne>[],
    }
  },
})
