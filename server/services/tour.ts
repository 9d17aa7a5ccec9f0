import { InstantaneRefuse } from '../../ingest/socle/erreur.ts'
import type { Base } from '../../ingest/store/base.ts'
import { lireDAvance } from '../lecture/d-avance.ts'
import { oublier, renouveler } from '../lecture/memoire.ts'

const enCours = new WeakMap<Base, Promise<unknown>>()

/**
 * One import or purge at a time on a base: two would write the same rows. What was read before is read anew after; a
 * refusal has written nothing, nor has what `aEcrit` says so of.
 */
export const aTour = async <T>(
  base: Base,
  fonction: () => Promise<T>,
  aEcrit: (fait: T) => boolean = () => true,
): Promise<T> => {
  const precedent = enCours.get(base) ?? Promise.resolve()
  const suivant = precedent
    .catch(() => {})
    .then(async () => {
      try {
        const fait = await fonction()
        if (aEcrit(fait)) await renouveler(base, () => lireDAvance(base))
        return fait
      } catch (cause) {
        if (!(cause instanceof InstantaneRefuse)) oublier(base)
        throw cause
      }
    })
  enCours.set(base, suivant)
  return suivant
}
