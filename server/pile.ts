/** What an unforeseen error is, in a word that a person may read out: the system's says what it met, the engine's only its kind. */
export const natureDe = (cause: Error): string => {
  if ('syscall' in cause) return cause.message
  return /^[A-Z][A-Za-z ]* Error(?=:)/.exec(cause.message)?.[0] ?? cause.name
}

/** Where an error arose, for the technical log: its message is left out, since an engine's may quote a person's value. */
export const pileDe = (cause: unknown): string => {
  if (!(cause instanceof Error)) return typeof cause
  const lignes = (cause.stack ?? '').split('\n').filter((ligne) => /^\s+at /.test(ligne))
  return [natureDe(cause), ...lignes].join('\n')
}
