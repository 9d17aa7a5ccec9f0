import type { Acces } from '../acces/acces.ts'
import type { Role } from '../acces/roles.ts'
import type { Compte } from '../state/comptes.ts'

/** What people of one scope have in common, and what a page may be made of. */
export interface PorteeDeCompte {
  readonly role: Role
  readonly territoires: readonly string[]
  readonly service: string | null
}

/** The scopes that accounts open today have, each once. */
export const porteesDes = (comptes: readonly Compte[]): readonly PorteeDeCompte[] => {
  const portees = comptes
    .filter(({ ferme_le }) => ferme_le === null)
    .map(({ role, territoires, service }) => ({ role, territoires, service }))
  return [...new Map(portees.map((portee) => [JSON.stringify(portee), portee])).values()]
}

const absent = (): never => {
  throw new Error('une page faite d’avance n’est celle de personne')
}

/** An account and an access of a scope that are nobody's: whatever else is asked of them fails. */
export const personneDeLaPortee = (portee: PorteeDeCompte): { readonly compte: Compte; readonly acces: Acces } => {
  const { role, territoires, service } = portee
  const commun = { role, territoires, service }
  const de = <T extends object>(connus: Partial<T>): T =>
    new Proxy(connus as T, {
      get: (objet, champ) => (Object.hasOwn(objet, champ) ? Reflect.get(objet, champ) : absent()),
    })
  return { compte: de<Compte>({ ...commun, nom: '' }), acces: de<Acces>(commun) }
}
