import type { Base } from '../../ingest/store/base.ts'

const enCours = new WeakMap<Base, Promise<unknown>>()

/** One import or purge at a time on a base: two would write the same rows. */
export const aTour = async <T>(base: Base, fonction: () => Promise<T>): Promise<T> => {
  const precedent = enCours.get(base) ?? Promise.resolve()
  const suivant = precedent.catch(() => {}).then(fonction)
  enCours.set(base, suivant)
  return suivant
}
