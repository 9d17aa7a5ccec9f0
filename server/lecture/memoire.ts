import type { Base } from '../../ingest/store/base.ts'

const memoires = new WeakMap<Base, Map<string, Promise<unknown>>>()

const ENTREES_GARDEES = 200

/** Reads once what every reader of the same figures asks for, until an import or a purge changes them. */
export const unefois = <T>(base: Base, cle: string, lire: () => Promise<T>): Promise<T> => {
  const memoire = memoires.get(base) ?? new Map<string, Promise<unknown>>()
  memoires.set(base, memoire)
  const valeur = (memoire.get(cle) as Promise<T> | undefined) ?? lire()
  memoire.delete(cle)
  memoire.set(cle, valeur)
  valeur.catch(() => memoire.delete(cle))
  for (const ancienne of [...memoire.keys()].slice(0, -ENTREES_GARDEES)) memoire.delete(ancienne)
  return valeur
}

/** Forgets what was read of a base, for it has been written. A reading under way is kept by nobody. */
export const oublier = (base: Base): void => {
  memoires.delete(base)
}
