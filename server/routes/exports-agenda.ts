import { type Context, Hono } from 'hono'
import { finMois, moisDe } from '../../ingest/socle/jour.ts'
import { ligneDObligation, tableauDecisions, tableauObligations } from '../../reports/tableau/obligations.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import { ETATS_DECISION } from '../../web/agenda.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireAgenda } from '../lecture/agenda/lire.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/obligations.<format>` and `/exports/decisions.<format>`: what is owed and done, and what meetings decided. */
export const exportsAgenda = (deps: Deps): Hono<Env> => {
  const lire = async (c: Context<Env>) => {
    const format = formatDe(c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    if (format === null || territoire === null) return null
    const aujourdhui = jourDe(deps.maintenant())
    const lu = await lireAgenda(lecteur, territoire, aujourdhui)
    const fin = finMois(moisDe(aujourdhui))
    const provenance = {
      territoire,
      debut: lu.echeances[0]?.echeance ?? fin,
      fin: lu.echeances.at(-1)?.echeance ?? fin,
      maintenant: instantDe(deps.maintenant()),
      version: deps.version,
      filtres: {},
    }
    return { ...lu, format, territoire, provenance }
  }
  return new Hono<Env>()
    .get('/exports/:fichier{obligations\\.[a-z]+}', async (c) => {
      const lu = await lire(c)
      if (lu === null) return c.notFound()
      const { territoire, format } = lu
      const lignes = lu.echeances.map((e) => ligneDObligation(territoire, e))
      return envoyer(
        c,
        pourLire(tableauObligations(lignes, lu.provenance), format),
        format,
        `obligations-${territoire}`,
      )
    })
    .get('/exports/:fichier{decisions\\.[a-z]+}', async (c) => {
      const lu = await lire(c)
      if (lu === null) return c.notFound()
      const { territoire, format } = lu
      const tableau = tableauDecisions(lu.reunions, (etat) => ETATS_DECISION[etat], lu.provenance)
      return envoyer(c, pourLire(tableau, format), format, `decisions-${territoire}`)
    })
}
