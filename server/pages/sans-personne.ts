import { randomBytes } from 'node:crypto'
import type { Acces } from '../acces/acces.ts'
import type { Compte } from '../state/comptes.ts'

/** What stands for a person's name in a page that is kept: nobody can guess it, so nobody can write it. */
export const PLACE_DU_NOM = `nom-${randomBytes(16).toString('hex')}`

/** What people of one scope have in common: a page made of it alone is theirs all. */
const PARTAGES: ReadonlySet<PropertyKey> = new Set(['role', 'territoires', 'service'])

/** Who asks, as a page that may be kept sees them. */
export interface SansPersonne {
  readonly compte: Compte
  readonly acces: Acces
  /** Whether the page looked at who they are, and is theirs alone: what goes in the audit log names them. */
  estPersonnelle(): boolean
}

/**
 * An account and an access that tell whether something was read of them that is the person's own. The name is not: a
 * place is kept for it, and it is put there as the page is sent.
 */
export const sansPersonne = (compte: Compte, acces: Acces): SansPersonne => {
  let personnelle = false
  const surveiller = <T extends object>(cible: T, remplaces: Partial<T>): T =>
    new Proxy(cible, {
      get: (objet, champ) => {
        if (Object.hasOwn(remplaces, champ)) return Reflect.get(remplaces, champ)
        if (!PARTAGES.has(champ)) personnelle = true
        return Reflect.get(objet, champ)
      },
    })
  return {
    compte: surveiller(compte, { nom: PLACE_DU_NOM } as Partial<Compte>),
    acces: surveiller(acces, {}),
    estPersonnelle: () => personnelle,
  }
}
