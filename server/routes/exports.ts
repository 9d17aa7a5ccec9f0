import { type Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import { finMois } from '../../ingest/store/jour.ts'
import { tableauDesDossiers } from '../../reports/tableau/enregistrements.ts'
import { contentType, estFormat, type Format, writeTableau } from '../../reports/tableau/formats.ts'
import { tableauIndicateurs } from '../../reports/tableau/indicateurs.ts'
import type { Tableau } from '../../reports/tableau/tableau.ts'
import type { Deps } from '../deps.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../modeles/contexte.ts'
import { lignesDuMois } from '../modeles/donnees.ts'
import { lireFigure } from '../modeles/figure.ts'

const formatDe = (c: Context): Format | null => {
  const format = c.req.param('fichier')?.split('.')[1] ?? ''
  return estFormat(format) ? format : null
}

/** Streams a table as a file to keep; what it reads from is let go of at the end, or when the reader goes away. */
const envoyer = <Row>(c: Context, tableau: Tableau<Row>, format: Format, nom: string, fini = () => {}): Response => {
  c.header('Content-Type', contentType(format))
  c.header('Content-Disposition', `attachment; filename="${nom.replace(/[^\w.-]+/g, '-')}.${format}"`)
  return stream(c, async (flux) => {
    try {
      for await (const morceau of writeTableau(tableau, format)) {
        if (flux.aborted) break
        await flux.write(morceau)
      }
    } finally {
      fini()
    }
  })
}

/** `/exports/indicateurs.<format>`, the figures of the month narrowed as asked, and `/exports/enregistrements.<format>`. */
export const exports_ = (deps: Deps): Hono => {
  const origine = () => ({ maintenant: instantDe(deps.maintenant()), version: deps.version })
  return new Hono()
    .get('/exports/:fichier{indicateurs\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { contexte, calcule } = await lireSujet(deps, c)
      if (format === null || calcule === null || contexte.territoire === null) return c.notFound()
      const { niveau, entite, indicateur } = c.req.query()
      const lignes = (await lignesDuMois(deps.base, contexte.territoire, calcule)).filter(
        (ligne) =>
          (!niveau || ligne.niveau === niveau) &&
          (!entite || ligne.entite === entite) &&
          (!indicateur || ligne.indicateur === indicateur),
      )
      const tableau = tableauIndicateurs(lignes, {
        ...{ territoire: contexte.territoire, debut: `${calcule.mois}-01`, fin: finMois(calcule.mois), ...origine() },
        filtres: { niveau, entite, indicateur },
      })
      return envoyer(c, tableau, format, `indicateurs-${contexte.territoire}-${calcule.mois}`)
    })
    .get('/exports/:fichier{enregistrements\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { contexte, calcule } = await lireSujet(deps, c)
      if (format === null || calcule === null || contexte.territoire === null) return c.notFound()
      const figure = lireFigure(c, contexte.territoire, calcule)
      if (figure === null) return c.notFound()
      const { indicateur, entite } = figure.demande
      const connection = await deps.base.connect()
      const tableau = await tableauDesDossiers(connection, figure.demande, origine())
      const nom = ['dossiers', indicateur, entite, calcule.mois].join('-')
      return envoyer(c, tableau, format, nom, () => connection.closeSync())
    })
}
