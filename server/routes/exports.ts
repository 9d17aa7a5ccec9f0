import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { contentType, estFormat, writeTableau } from '../../reports/tableau/formats.ts'
import { tableauIndicateurs } from '../../reports/tableau/indicateurs.ts'
import type { Deps } from '../deps.ts'
import { lireSujet } from '../modeles/contexte.ts'
import { lignesDuMois } from '../modeles/donnees.ts'

/** `/exports/indicateurs.<format>`: the figures of the month, narrowed to a level, an entity or an indicator. */
export const exports_ = (deps: Deps): Hono =>
  new Hono().get('/exports/:fichier{indicateurs\\.[a-z]+}', async (c) => {
    const format = c.req.param('fichier').split('.')[1] ?? ''
    const { contexte, calcule } = await lireSujet(deps, c)
    if (!estFormat(format) || calcule === null || contexte.territoire === null) return c.notFound()
    const { niveau, entite, indicateur } = c.req.query()
    const lignes = (await lignesDuMois(deps.base, contexte.territoire, calcule)).filter(
      (ligne) =>
        (!niveau || ligne.niveau === niveau) &&
        (!entite || ligne.entite === entite) &&
        (!indicateur || ligne.indicateur === indicateur),
    )
    const nom = ['indicateurs', contexte.territoire, calcule.mois].join('-')
    c.header('Content-Type', contentType(format))
    c.header('Content-Disposition', `attachment; filename="${nom}.${format}"`)
    return stream(c, async (flux) => {
      for await (const morceau of writeTableau(tableauIndicateurs(lignes), format)) await flux.write(morceau)
    })
  })
