import { Hono } from 'hono'
import { formatMois } from '../../ingest/socle/francais/format.ts'
import { debutMois, finMois } from '../../ingest/socle/jour.ts'
import { tableauAlertesChangees, tableauContributions } from '../../reports/tableau/changement.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import { nomsCategorie } from '../../web/categories.ts'
import { contributionsParCategorie } from '../../web/modeles/changement-categories.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireChangement } from '../lecture/changement.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { fichesDe } from '../lecture/fiches.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/changement.<format>`: the alerts that changed, or who makes the territory's change, as the page tells them. */
export const exportsChangement = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/exports/:fichier{changement\\.[a-z]+}', async (c) => {
    const format = formatDe(c)
    const { lecteur, portee, contexte, calcule, etat } = await lireSujet(c)
    const { territoire } = contexte
    if (format === null || calcule === null || portee === null || territoire === null) return c.notFound()
    const calcules = etat?.calcules ?? []
    const lecture = { lecteur, portee, territoire, calcule }
    const { avec, indicateur, liste } = c.req.query()
    const lu = await lireChangement(lecture, fichesDe(calcules, calcule), calcules, { avec, indicateur })
    if (lu === null) return c.notFound()
    const { fiche, decomposition, nommer, categorieDe } = lu.territoire
    const provenance = {
      territoire,
      debut: debutMois(lu.mois[0]),
      fin: finMois(lu.mois[1]),
      maintenant: instantDe(deps.maintenant()),
      version: deps.version,
      filtres: liste === 'alertes' ? {} : { indicateur: fiche.libelle },
    }
    const nom = `changement-${territoire}-${calcule.mois}`
    if (liste === 'alertes') {
      const mois = lu.mois.map(formatMois) as [string, string]
      return envoyer(c, pourLire(tableauAlertesChangees(lu.alertes, lu.fiches, mois, provenance), format), format, nom)
    }
    if (decomposition === null) return c.notFound()
    const tableau =
      liste === 'categories'
        ? tableauContributions(
            'Par catégorie',
            contributionsParCategorie(decomposition, categorieDe),
            (code) => nomsCategorie(code === '' ? null : code),
            provenance,
          )
        : tableauContributions('Par guichet', decomposition.contributions, nommer, provenance)
    return envoyer(c, pourLire(tableau, format), format, `${nom}-${fiche.code}`)
  })
