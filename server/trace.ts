import { ErreurInfocentre } from '../ingest/socle/erreur.ts'

/** What is written down of an error. */
export interface Trace {
  readonly erreur: string
  readonly code?: string
  /** The sentence of an error of ours. */
  readonly phrase?: string
  /** The statement that failed, its values apart. */
  readonly sql?: string
  readonly pile: readonly string[]
  readonly cause?: Trace
}

const CAUSES_SUIVIES = 4

/** Where an error was thrown: its calls, without the words that come before them. */
const appelsDe = ({ stack = '', message }: Error): string[] => {
  const place = stack.indexOf(message)
  return stack
    .slice(place < 0 ? 0 : place + message.length)
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne.startsWith('at '))
}

/**
 * What may be written down of an error and of its causes. The words of an error that is not ours are left out: an
 * engine's, or a parser's, may quote what a household declared.
 */
export const tracer = (cause: unknown, reste = CAUSES_SUIVIES): Trace => {
  if (!(cause instanceof Error)) return { erreur: typeof cause, pile: [] }
  const notre = cause instanceof ErreurInfocentre
  const sql = notre ? cause.faits.sql : undefined
  return {
    erreur: cause.name,
    ...('code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {}),
    ...(notre ? { phrase: cause.message } : {}),
    ...(typeof sql === 'string' ? { sql } : {}),
    pile: appelsDe(cause),
    ...(cause.cause === undefined || reste === 0 ? {} : { cause: tracer(cause.cause, reste - 1) }),
  }
}
