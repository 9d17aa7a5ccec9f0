import type { Logger } from 'pino'
import type { Acces } from './acces/acces.ts'
import type { Lecteur } from './acces/lecteur.ts'
import type { Compte } from './state/comptes.ts'

/** What a route finds once the guard has let the request through. */
export interface Env {
  Variables: {
    readonly acces: Acces
    readonly lecteur: Lecteur
    readonly compte: Compte
    /** What the cookie holds. */
    readonly jeton: string
    readonly journal: Logger
  }
}
