import type { Context } from 'hono'

const PAGE_MAX = 1_000_000

/** The page of a list that an address asks for, from 1. */
export const pageDemandee = (c: Context): number =>
  Math.min(PAGE_MAX, Math.max(1, Math.trunc(Number(c.req.query('page') ?? '1')) || 1))
