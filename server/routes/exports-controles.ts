import { Hono } from 'hono'
import { debutMois, finMois, type Mois } from '../../ingest/socle/jour.ts'
import { ligneDeControle, ligneDePoint, tableauControles, tableauPoints } from '../../reports/tableau/controles.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireControles } from '../lecture/controles/lire.ts'
import { lirePoints } from '../lecture/controles/points.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/controles.<format>`, the controls month by month, and `/exports/controle.<format>`, the points of one. */
export const exportsControles = (deps: Deps): Hono<Env> => {
  const provenance = (territoire: string, premier: Mois, dernier: Mois) => ({
    territoire,
    debut: debutMois(premier),
    fin: finMois(dernier),
    maintenant: instantDe(deps.maintenant()),
    version: deps.version,
    filtres: {},
  })
  return new Hono<Env>()
    .get('/exports/:fichier{controles\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire } = contexte
      if (format === null || territoire === null) return c.notFound()
      const controles = await lireControles(lecteur, territoire, jourDe(deps.maintenant()))
      const [premier, dernier] = [controles[0], controles.at(-1)]
      if (premier === undefined || dernier === undefined) return c.notFound()
      const lignes = controles.map((mois) => ligneDeControle(territoire, mois))
      const tableau = tableauControles(lignes, provenance(territoire, premier.mois, dernier.mois))
      return envoyer(c, pourLire(tableau, format), format, `controles-${territoire}`)
    })
    .get('/exports/:fichier{controle\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { lecteur, contexte } = await lireSujet(c)
      const { territoire, mois } = contexte
      if (format === null || territoire === null || mois === null) return c.notFound()
      const points = await lirePoints(lecteur, territoire, mois, jourDe(deps.maintenant()))
      if (points === null) return c.notFound()
      const lignes = points.map((point) => ligneDePoint(territoire, mois, point))
      const tableau = tableauPoints(lignes, provenance(territoire, mois, mois))
      return envoyer(c, pourLire(tableau, format), format, `controle-${territoire}-${mois}`)
    })
}
