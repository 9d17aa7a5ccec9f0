import { Hono } from 'hono'
import {
  tableauActesDesHabilitations,
  tableauHabilitations,
  tableauReponses,
} from '../../reports/tableau/habilitations.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireCampagnesVues } from '../lecture/habilitations/campagnes.ts'
import { lireHabilitationsVues } from '../lecture/habilitations/lire.ts'
import { consigner } from '../state/journal.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/habilitations.<format>`: the accesses that the person sees, their history, or the answers to a review. */
export const exportsHabilitations = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/exports/:fichier{habilitations\\.[a-z]+}', async (c) => {
    const format = formatDe(c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    if (format === null || territoire === null) return c.notFound()
    const { liste = 'habilitations', campagne } = c.req.query()
    const aujourdhui = jourDe(deps.maintenant())
    const instant = instantDe(deps.maintenant())
    const provenance = (debut: typeof aujourdhui) => ({
      ...{ territoire, debut, fin: aujourdhui, maintenant: instant, version: deps.version },
      filtres: {},
    })
    if (liste === 'reponses') {
      const campagnes = (await lireCampagnesVues(lecteur, territoire, aujourdhui)).filter(
        ({ id }) => campagne === undefined || String(id) === campagne,
      )
      const tableau = tableauReponses(campagnes, provenance(campagnes.at(-1)?.lanceeLe ?? aujourdhui))
      return campagnes.length === 0
        ? c.notFound()
        : envoyer(c, pourLire(tableau, format), format, `revue-habilitations-${territoire}`)
    }
    if (liste !== 'habilitations' && liste !== 'actes') return c.notFound()
    const lues = await lireHabilitationsVues(lecteur, territoire, aujourdhui)
    const { qui, role, service } = lecteur.acces
    await consigner(deps.etat, {
      ...{ instant, qui, role, territoire, nombre: lues.length },
      action: 'HABILITATION',
      detail: { quoi: 'liste d’agents exportée', forme: format, service },
    })
    const debut = lues.map(({ ouverteLe }) => ouverteLe).toSorted()[0] ?? aujourdhui
    return liste === 'actes'
      ? envoyer(
          c,
          pourLire(tableauActesDesHabilitations(lues, provenance(debut)), format),
          format,
          `habilitations-histoire-${territoire}`,
        )
      : envoyer(
          c,
          pourLire(tableauHabilitations(territoire, lues, provenance(debut)), format),
          format,
          `habilitations-${territoire}`,
        )
  })
