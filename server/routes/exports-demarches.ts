import { Hono } from 'hono'
import { tableauActesDesDemarches, tableauDemarches } from '../../reports/tableau/demarches.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import { estSorte } from '../../web/demarches/mots.ts'
import { SORTES } from '../../web/demarches/registre.ts'
import { exporterDemarches } from '../acces/porte/demarches.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe, minuteDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { faitsEnMots } from '../lecture/demarches.ts'
import { envoyer, formatDe } from './envoyer.ts'

const LISTES: readonly string[] = ['demarches', 'histoire']

/** `/exports/demarches.<format>`: the démarches that the person reads, or their history. */
export const exportsDemarches = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/exports/:fichier{demarches\\.[a-z]+}', async (c) => {
    const format = formatDe(c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    const { liste = 'demarches', demarche, sorte: demandee } = c.req.query()
    if (format === null || territoire === null || !LISTES.includes(liste)) return c.notFound()
    const sorte = estSorte(demandee) ? demandee : undefined
    const [instant, aujourdhui] = [instantDe(deps.maintenant()), jourDe(deps.maintenant())]
    const id = demarche === undefined ? undefined : Number(demarche)
    const { lignes } = await exporterDemarches(lecteur, territoire, { sorte, id, instant, forme: format })
    if (id !== undefined && lignes.length === 0) return c.notFound()
    const nommer = await nommerAuteurs(lecteur)
    const emportees = lignes.map((ligne) => ({
      ...ligne,
      faits: faitsEnMots(ligne),
      actes: ligne.actes.map((acte) => ({ ...acte, par: nommer(acte.par), le: minuteDe(acte.le) })),
    }))
    const provenance = {
      territoire,
      debut: emportees[0]?.recueLe ?? aujourdhui,
      fin: aujourdhui,
      maintenant: instant,
      version: deps.version,
      filtres: { sorte: sorte && SORTES[sorte].libelle, demarche },
    }
    const nom = `demarches-${liste === 'demarches' ? '' : `${liste}-`}${territoire}${id === undefined ? '' : `-${id}`}`
    return liste === 'histoire'
      ? envoyer(c, pourLire(tableauActesDesDemarches(emportees, provenance), format), format, nom)
      : envoyer(c, pourLire(tableauDemarches(emportees, provenance), format), format, nom)
  })
