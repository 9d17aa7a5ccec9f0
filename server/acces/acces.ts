import type { Role } from './roles.ts'

/** Who asks: everything that is read for a person is read for this. */
export interface Acces {
  /** How the audit log names the person: the account's courriel. */
  readonly qui: string
  readonly role: Role
  /** Territories the account covers; null for all of them. */
  readonly territoires: readonly string[] | null
  /** The service enregistreur of a `guichet` account. */
  readonly service: string | null
}

/** The person at the machine's own command line: the base's folder is already open to them. */
export const accesDuTerminal = (utilisateur: string): Acces => ({
  qui: `ligne de commande (${utilisateur})`,
  role: 'gestionnaire',
  territoires: null,
  service: null,
})
