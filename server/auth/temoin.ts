import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { estChiffre, type Site } from '../site.ts'
import { DUREE_HEURES } from './sessions.ts'

/** Behind TLS the browser itself refuses a cookie of this prefix that is not the host's own, secure, for every path. */
const nomDe = (site: Site): string => (estChiffre(site) ? '__Host-session' : 'session')

const OPTIONS = { httpOnly: true, sameSite: 'Lax', path: '/' } as const

export const lireTemoin = (c: Context, site: Site): string | undefined => getCookie(c, nomDe(site))

export const poserTemoin = (c: Context, site: Site, jeton: string): void =>
  setCookie(c, nomDe(site), jeton, { ...OPTIONS, secure: estChiffre(site), maxAge: DUREE_HEURES * 3600 })

export const oterTemoin = (c: Context, site: Site): void => {
  deleteCookie(c, nomDe(site), { path: '/', secure: estChiffre(site) })
}
