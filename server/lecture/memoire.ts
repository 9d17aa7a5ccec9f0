import type { Base } from '../../ingest/store/base.ts'

const memoires = new WeakMap<Base, Map<string, Promise<unknown>>>()

const ENTREES_GARDEES = 200

/** What a value is remembered by: data alone, so that two that differ never go by one key. */
type Donnee<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends (...parametres: never[]) => unknown
    ? never
    : { readonly [C in keyof T]: Donnee<T[C]> }

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
    const memoire = memoires.get(base) ?? new Map<string, Promise<unknown>>()
    memoires.set(base, memoire)
    const cle = `${rang} ${JSON.stringify(parametres)}`
    const valeur = (memoire.get(cle) as Promise<T> | undefined) ?? lire(base, parametres)
    memoire.delete(cle)
    memoire.set(cle, valeur)
    valeur.catch(() => memoire.delete(cle))
    for (const ancienne of [...memoire.keys()].slice(0, -ENTREES_GARDEES)) memoire.delete(ancienne)
    return valeur
  }
}

/** Forgets what was read of a base, for it has been written. A reading under way is kept by nobody. */
export const oublier = (base: Base): void => {
  memoires.delete(base)
}
