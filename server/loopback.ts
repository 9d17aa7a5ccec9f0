import type { MiddlewareHandler } from 'hono'

const LOCAUX = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Refuses requests sent under another name than this machine's own: a page elsewhere cannot borrow its reader's browser. */
export const loopbackOnly = (): MiddlewareHandler => async (c, next) => {
  const hote = new URL(c.req.url).hostname
  if (!LOCAUX.has(hote)) return c.text('Cette application ne répond que sur la machine où elle tourne.', 421)
  return next()
}
