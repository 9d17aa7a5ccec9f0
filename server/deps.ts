import type { Logger } from 'pino'
import type { Base } from '../ingest/store/base.ts'
import type { SourceSecret } from '../ingest/store/secret.ts'
import type { Annonces } from './annonces.ts'
import type { Limite } from './auth/limite.ts'
import type { Fournisseur } from './auth/oidc.ts'
import type { Depots } from './services/depots.ts'
import type { Expedition } from './services/expedier.ts'
import type { Site } from './site.ts'
import type { BaseEtat } from './state/etat.ts'

/** What the application is given: it reads no environment, opens nothing, and knows no clock of its own. */
export interface Deps {
  readonly base: Base
  readonly etat: BaseEtat
  readonly secret: SourceSecret
  readonly version: string
  readonly journal: Logger
  readonly depots: Depots
  readonly site: Site
  /** The OpenID Connect provider people may sign in with; null where none is set. */
  readonly fournisseur: Fournisseur | null
  /** Sign-in attempts, by network address. */
  readonly tentatives: Limite
  /** Accounts that could not be opened, by who asked. */
  readonly ouvertures: Limite
  readonly annonces: Annonces
  /** What sends the messages of the lists. */
  readonly expedition: Expedition
  /** `/composants` answers: a developer asked for it. */
  readonly composants: boolean
  maintenant(): Date
}
