import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

/** The route that answers a request, the first declared of those that match; undefined where it is for none. */
export const routeDe = (c: Context): { readonly path: string } | undefined =>
  matchedRoutes(c).find(({ method }) => method !== 'ALL')
