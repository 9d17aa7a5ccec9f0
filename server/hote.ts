import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { estHoteAdmis, type Site } from './site.ts'

/** Refuses requests sent under another name than the application's own: a page elsewhere cannot borrow its reader's browser. */
export const hoteAdmis =
  (site: Site): MiddlewareHandler =>
  async (c, next) =>
    estHoteAdmis(site, new URL(c.req.url).hostname)
      ? next()
      : c.text('Cette application ne répond pas sous ce nom.', 421)

/** The origin that a form of the application is sent from. */
export const origineDe = ({ origine }: Site, c: Context): string => origine ?? new URL(c.req.url).origin

/** The network address of the person, as the proxy tells it where there is one. */
export const adresseReseau = ({ origine }: Site, c: Context): string => {
  const relayee = origine === null ? undefined : c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (relayee) return relayee.slice(0, 45)
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? 'inconnue') : 'inconnue'
}
