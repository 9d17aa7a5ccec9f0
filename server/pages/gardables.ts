/**
 * The pages that may be kept, by their paths as the application declares them: those made of stored figures and settings,
 * for a scope. What goes through the door is the person's who asked, and is never kept, here or not.
 */
export const GARDABLES: ReadonlySet<string> = new Set([
  '/',
  '/guichets',
  '/guichets/:code',
  '/indicateurs',
  '/indicateurs/:code',
  '/attributions',
])
