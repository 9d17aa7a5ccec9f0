import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

/** The route that a request is for, as the application declares it; undefined where it is for none. */
export const routeDe = (c: Context): { readonly path: string } | undefined =>
  matchedRoutes(c).findLast(({ method }) => method !== 'ALL')
