import { type Context, Hono } from 'hono'
import { lien } from '../../web/liens.ts'
import type { Env } from '../env.ts'

/** The territory and the month that an address showed: all that it says of what is now elsewhere. */
const montreDe = (c: Context) => ({ territoire: c.req.query('territoire'), mois: c.req.query('mois') })

/** `/signalements`, where reports of duplicates were: they are démarches, under the numbers that they had. */
export const signalements = (): Hono<Env> =>
  new Hono<Env>()
    .get('/signalements', (c) =>
      c.redirect(lien({ territoire: null, mois: null }, '/demarches', { ...montreDe(c), sorte: 'DOUBLON' }), 301),
    )
    .get('/signalements/:id', (c) =>
      c.redirect(
        lien({ territoire: null, mois: null }, `/demarches/${encodeURIComponent(c.req.param('id'))}`, montreDe(c)),
        301,
      ),
    )
