import { Hono } from 'hono'
import {
  tableauActesDesMesures,
  tableauLignesDesMesures,
  tableauListesDesMesures,
  tableauMesures,
} from '../../reports/tableau/mesures.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { sujetDesMesures } from '../lecture/sujet-mesures.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/mesures.<format>`: the measures that the person sees, their lines month by month, or their history. */
export const exportsMesures = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/exports/:fichier{mesures\\.[a-z]+}', async (c) => {
    const format = formatDe(c)
    const aujourdhui = jourDe(deps.maintenant())
    const sujet = await sujetDesMesures(c, aujourdhui)
    const { liste = 'mesures', mesure } = c.req.query()
    if (format === null || sujet === null) return c.notFound()
    const vues = sujet.jugees.map(({ vue }) => vue).filter(({ id }) => mesure === undefined || String(id) === mesure)
    if (mesure !== undefined && vues.length === 0) return c.notFound()
    const [seule] = mesure === undefined ? [] : vues
    const { territoire } = sujet.contexte
    const debuts = vues.map(({ ouverteLe }) => ouverteLe).toSorted()
    const provenance = {
      territoire,
      debut: debuts[0] ?? aujourdhui,
      fin: aujourdhui,
      maintenant: instantDe(deps.maintenant()),
      version: deps.version,
      filtres: { mesure: seule?.reference },
    }
    const nom = `mesures-${liste === 'mesures' ? '' : `${liste}-`}${territoire}${seule ? `-${seule.reference}` : ''}`
    if (liste === 'lignes') return envoyer(c, pourLire(tableauLignesDesMesures(vues, provenance), format), format, nom)
    if (liste === 'actes') return envoyer(c, pourLire(tableauActesDesMesures(vues, provenance), format), format, nom)
    if (liste === 'listes') return envoyer(c, pourLire(tableauListesDesMesures(vues, provenance), format), format, nom)
    return liste === 'mesures'
      ? envoyer(c, pourLire(tableauMesures(vues, provenance), format), format, nom)
      : c.notFound()
  })
