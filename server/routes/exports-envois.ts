import { Hono } from 'hono'
import { enJour } from '../../ingest/socle/jour.ts'
import { ligneDEnvoi, tableauEnvois } from '../../reports/tableau/envois.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireDiffusion } from '../lecture/diffusion.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/envois.<format>`: every message sent to the lists of a territory. */
export const exportsEnvois = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/exports/:fichier{envois\\.[a-z]+}', async (c) => {
    const format = formatDe(c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    if (format === null || territoire === null) return c.notFound()
    const maintenant = deps.maintenant()
    const { sansRisque } = deps.expedition
    const { envois } = await lireDiffusion(lecteur, territoire, { maintenant, sansRisque })
    const tableau = tableauEnvois(
      envois.map((envoi) => ligneDEnvoi(territoire, envoi)),
      {
        ...{ territoire, maintenant: instantDe(maintenant), version: deps.version, filtres: {} },
        debut: enJour((envois.at(-1)?.le ?? instantDe(maintenant)).slice(0, 10)),
        fin: jourDe(maintenant),
      },
    )
    return envoyer(c, pourLire(tableau, format), format, `envois-${territoire}`)
  })
