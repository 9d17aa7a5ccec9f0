import type { Base } from '../../ingest/store/base.ts'
import type { SourceSecret } from '../../ingest/store/secret.ts'
import type { Acces } from '../acces/acces.ts'
import type { ConfigurationOidc } from '../auth/oidc.ts'
import type { ConfigurationCourriel } from './courriel.ts'

/** What a command may touch of the world: its answer, its messages, the folder it speaks from, the clock. */
export interface Environnement {
  readonly cwd: string
  readonly terminal: boolean
  /** `./donnees`, or what INFOCENTRE_BASE says. */
  readonly basePardefaut: string
  readonly secret: SourceSecret
  readonly version: string
  /** Who types, as the audit log tells it. */
  readonly acces: Acces
  /** The public address that a proxy answers on; null on the loopback alone. */
  readonly adressePublique: string | null
  /** INFOCENTRE_COMPOSANTS is set: `/composants` answers. */
  readonly composants: boolean
  /** The OpenID Connect provider that is set. */
  readonly oidc: ConfigurationOidc | null
  /** The mail server that is set. */
  readonly courriel: () => ConfigurationCourriel | null
  /** The answer. */
  ecrire(morceau: string | Uint8Array): void
  /** Messages and progress. */
  dire(ligne: string): void
  /** Asks for secret words, where the command was typed. */
  demanderPhrase(question: string): Promise<string>
  /** Asks for what is no secret, where the command was typed. */
  demander(question: string): Promise<string>
  maintenant(): Date
  /** Runs with the base of a folder open, and closes it unless this process holds it. */
  avecBase<T>(dossier: string, fonction: (base: Base) => Promise<T>): Promise<T>
}

/** Carries out a command line and gives its exit code. */
export type Executer = (env: Environnement, argv: readonly string[]) => Promise<number>
