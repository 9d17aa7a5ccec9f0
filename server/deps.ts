import type { Logger } from 'pino'
import type { Base } from '../ingest/store/base.ts'
import type { SourceSecret } from '../ingest/store/secret.ts'
import type { Chargements } from './services/chargements.ts'

/** What the application is given: it reads no environment, opens nothing, and knows no clock of its own. */
export interface Deps {
  readonly base: Base
  readonly secret: SourceSecret
  readonly version: string
  readonly journal: Logger
  readonly chargements: Chargements
  maintenant(): Date
}
