import type { Base } from '../../ingest/store/base.ts'
import type { SourceSecret } from '../../ingest/store/secret.ts'

/** What a command may touch of the world: its answer, its messages, the folder it speaks from, the clock. */
export interface Environnement {
  readonly cwd: string
  readonly terminal: boolean
  /** `./donnees`, or what INFOCENTRE_BASE says. */
  readonly basePardefaut: string
  readonly secret: SourceSecret
  readonly version: string
  /** Who types, as the audit log names them. */
  readonly qui: string
  /** The answer. */
  ecrire(morceau: string | Uint8Array): void
  /** Messages and progress. */
  dire(ligne: string): void
  /** Asks for secret words, where the command was typed. */
  demanderPhrase(question: string): Promise<string>
  maintenant(): Date
  /** Runs with the base of a folder open, and closes it unless this process holds it. */
  avecBase<T>(dossier: string, fonction: (base: Base) => Promise<T>): Promise<T>
}
