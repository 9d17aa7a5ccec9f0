import type { Base } from '../../ingest/store/base.ts'
import { oublier } from '../lecture/memoire.ts'

const enCours = new WeakMap<Base, Promise<unknown>>()

/** One import or purge at a time on a base: two would write the same rows. What was read before is forgotten after. */
export const aTour = async <T>(base: Base, fonction: () => Promise<T>): Promise<T> => {
  const precedent = enCours.get(base) ?? Promise.resolve()
  const suivant = precedent
    .catch(() => {})
    .then(fonction)
    .finally(() => oublier(base))
  enCours.set(base, suivant)
  return suivant
}
