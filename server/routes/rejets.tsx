import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { contentType } from '../../reports/tableau/formats.ts'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { exporterRejets, exporterRejetsRefuses, type FormeDeRejets } from '../acces/porte/rejets.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'

const rendre = async (c: Context<Env>, rejets: Readable | null, nom: string, forme: FormeDeRejets) => {
  if (rejets === null) {
    const { contexte } = await lireSujet(c)
    return c.html(<Introuvable contexte={contexte} quoi="le fichier des rejets (il est effacé à son terme)" />, 404)
  }
  c.header('Content-Type', contentType(forme))
  c.header('Content-Disposition', `attachment; filename="${nom}.${forme}"`)
  return c.body(Readable.toWeb(rejets) as ReadableStream)
}

const estForme = (forme: string | undefined): forme is FormeDeRejets => forme === 'csv' || forme === 'xlsx'

/** The rejected rows of a loaded snapshot, and of a refused one. */
export const rejets = ({ maintenant }: Deps): Hono<Env> => {
  const charges = async (c: Context<Env>, forme: FormeDeRejets) => {
    const { territoire = '', date = '' } = c.req.param() as Record<string, string>
    const lus = await exporterRejets(c.get('lecteur'), territoire, date, forme, instantDe(maintenant()))
    return rendre(c, lus, `rejets-${territoire}-${date}`, forme)
  }
  return new Hono<Env>()
    .get('/imports/:territoire/:date/rejets.csv', (c) => charges(c, 'csv'))
    .get('/imports/:territoire/:date/rejets.xlsx', (c) => charges(c, 'xlsx'))
    .get('/imports/refus/:fichier', async (c) => {
      const [nom = '', forme] = c.req.param('fichier').split('.')
      if (!estForme(forme)) return c.notFound()
      const lus = await exporterRejetsRefuses(c.get('lecteur'), nom, forme, instantDe(maintenant()))
      return rendre(c, lus, nom, forme)
    })
}
