/** What a code says in words; a code that has none is said as it is. */
export const selon =
  (mots: Readonly<Record<string, string>>) =>
  (code: unknown): string => {
    const dit = String(code)
    return Object.hasOwn(mots, dit) ? (mots[dit] ?? dit) : dit
  }
