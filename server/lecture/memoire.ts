import { AsyncLocalStorage } from 'node:async_hooks'
import { ErreurRequete } from '../../ingest/socle/sql/erreur-requete.ts'
import type { Base } from '../../ingest/store/base.ts'

/** What was read of a base since it was last written, by what was asked. */
type Memoire = Map<string, Promise<unknown>>

/** The memory that pages read. */
const enUsage = new WeakMap<Base, Memoire>()

/** The one that readings made ahead fill, which will take its place. */
const enPreparation = new AsyncLocalStorage<{ readonly base: Base; readonly memoire: Memoire }>()

const memoireDe = (base: Base): Memoire => {
  const preparee = enPreparation.getStore()
  if (preparee?.base === base) return preparee.memoire
  const memoire = enUsage.get(base) ?? new Map<string, Promise<unknown>>()
  enUsage.set(base, memoire)
  return memoire
}

const ENTREES_GARDEES = 200

/** What a value is remembered by: data alone, so that two that differ never go by one key. */
type Donnee<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends (...parametres: never[]) => unknown
    ? never
    : { readonly [C in keyof T]: Donnee<T[C]> }

/** A file that an import has just replaced is no more where a reading under way was told: it is begun again, once. */
const lireOuRelire = <T>(lire: () => Promise<T>): Promise<T> =>
  lire().catch((cause: unknown) => {
    if (cause instanceof ErreurRequete) return lire()
    throw cause
  })

let lectures = 0

/**
 * Makes a reading that is done once for whoever asks the same, until an import or an erasure changes the base. `lire` is
 * given the base and its parameters and nothing else, and the parameters are the key, whole: none can be left out of it.
 */
export const memoriser = <P, T>(
  lire: (base: Base, parametres: P) => Promise<T>,
): ((base: Base, parametres: P & Donnee<P>) => Promise<T>) => {
  lectures += 1
  const rang = lectures
  return (base, parametres) => {
    const memoire = memoireDe(base)
    const cle = `${rang} ${JSON.stringify(parametres)}`
    const valeur = (memoire.get(cle) as Promise<T> | undefined) ?? lireOuRelire(() => lire(base, parametres))
    memoire.delete(cle)
    memoire.set(cle, valeur)
    valeur.catch(() => memoire.delete(cle))
    for (const ancienne of [...memoire.keys()].slice(0, -ENTREES_GARDEES)) memoire.delete(ancienne)
    return valeur
  }
}

/** How many times what was read of a base was forgotten. */
const oublis = new WeakMap<Base, number>()

/** A number that is another as soon as what pages read of a base is: what was made of an earlier one is out of date. */
export const generationDe = (base: Base): number => oublis.get(base) ?? 0

/** What is to be done once what was read of a base is forgotten. */
const suites = new WeakMap<Base, Set<() => void>>()

/** Does something each time what was read of a base is forgotten, until what is given back is called. */
export const suivreOublis = (base: Base, suite: () => void): (() => void) => {
  const siennes = suites.get(base) ?? new Set()
  suites.set(base, siennes.add(suite))
  return () => {
    siennes.delete(suite)
  }
}

const suivante = (base: Base): void => {
  oublis.set(base, generationDe(base) + 1)
  for (const suite of suites.get(base) ?? []) suite()
}

/** Forgets what was read of a base, for it has been written. A reading under way is kept by nobody. */
export const oublier = (base: Base): void => {
  enUsage.delete(base)
  suivante(base)
}

/**
 * Forgets what was read of a base, once what `relire` reads of it anew is there to take its place: until then, pages show
 * what they showed. Nothing is read ahead where nobody reads; a reading that fails is left to the page that wants it.
 */
export const renouveler = async (base: Base, relire: () => Promise<void>): Promise<void> => {
  if (enUsage.has(base)) {
    const memoire: Memoire = new Map()
    await enPreparation.run({ base, memoire }, relire).catch(() => {})
    enUsage.set(base, memoire)
  }
  suivante(base)
}
