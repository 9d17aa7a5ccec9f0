import { Hono } from 'hono'
import { lignesDesChartes, tableauChartes } from '../../reports/tableau/chartes.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireChartes } from '../lecture/chartes.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/chartes.<format>`: the articles of every version that the person reads, of all chartes or of one. */
export const exportsChartes = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/exports/:fichier{chartes\\.[a-z]+}', async (c) => {
    const format = formatDe(c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    if (format === null || territoire === null) return c.notFound()
    const aujourdhui = jourDe(deps.maintenant())
    const { charte } = c.req.query()
    const lues = (await lireChartes(lecteur, territoire, aujourdhui)).filter(
      ({ code }) => charte === undefined || code === charte,
    )
    const lignes = lignesDesChartes(territoire, lues)
    const debut = lignes.flatMap(({ validee_le }) => validee_le ?? []).toSorted()[0] ?? aujourdhui
    const provenance = {
      ...{ territoire, debut, fin: aujourdhui, version: deps.version, filtres: { charte } },
      maintenant: instantDe(deps.maintenant()),
    }
    const nom = `chartes-${territoire}${charte === undefined ? '' : `-${charte}`}`
    return envoyer(c, pourLire(tableauChartes(lignes, provenance), format), format, nom)
  })
