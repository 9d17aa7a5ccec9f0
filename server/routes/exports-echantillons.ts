import { Hono } from 'hono'
import { debutMois, finMois, type Mois } from '../../ingest/socle/jour.ts'
import { tableauMouvements } from '../../reports/tableau/civilites.ts'
import { tableauEchantillons, tableauFiches, tableauResultats } from '../../reports/tableau/echantillons.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import { demanderMouvements } from '../acces/porte/civilites.ts'
import { demanderNumerosTires } from '../acces/porte/echantillons.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { mouvementsVus } from '../lecture/civilites.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { sujetDesEchantillons } from '../lecture/sujet-echantillons.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/echantillons.<format>`, samples, what they say, or the forms of one; `/exports/civilites.<format>`, a month's movements. */
export const exportsEchantillons = (deps: Deps): Hono<Env> => {
  const provenance = (territoire: string, premier: Mois, dernier: Mois, echantillon?: string) => ({
    territoire,
    debut: debutMois(premier),
    fin: finMois(dernier),
    maintenant: instantDe(deps.maintenant()),
    version: deps.version,
    filtres: { échantillon: echantillon },
  })
  return new Hono<Env>()
    .get('/exports/:fichier{echantillons\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const sujet = await sujetDesEchantillons(c)
      const { liste = 'echantillons', echantillon } = c.req.query()
      const lus = sujet?.lus.filter(({ vue }) => echantillon === undefined || String(vue.id) === echantillon) ?? []
      const [premier, dernier] = [lus[0], lus.at(-1)]
      if (format === null || sujet === null || premier === undefined || dernier === undefined) return c.notFound()
      const { territoire } = sujet
      const seul = echantillon === undefined ? undefined : premier.vue.reference
      const dit = provenance(territoire, premier.vue.mois, dernier.vue.mois, seul)
      const nom = `echantillons-${liste === 'echantillons' ? '' : `${liste}-`}${territoire}${seul ? `-${seul}` : ''}`
      const vues = lus.map(({ vue }) => vue)
      if (liste === 'echantillons') return envoyer(c, pourLire(tableauEchantillons(vues, dit), format), format, nom)
      if (liste === 'resultats') return envoyer(c, pourLire(tableauResultats(vues, dit), format), format, nom)
      if (liste !== 'fiches' || seul === undefined) return c.notFound()
      const numeros = await demanderNumerosTires(sujet.lecteur, premier.echantillon, {
        action: 'EXPORT',
        instant: dit.maintenant,
        forme: format,
      })
      return envoyer(c, pourLire(tableauFiches(premier.vue, numeros, dit), format), format, nom)
    })
    .get('/exports/:fichier{civilites\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { lecteur, contexte, calcule } = await lireSujet(c)
      const { territoire } = contexte
      if (format === null || territoire === null || calcule === null) return c.notFound()
      const { mois } = calcule
      const dit = provenance(territoire, mois, mois)
      const pourquoi = { action: 'EXPORT', instant: dit.maintenant, forme: format } as const
      const mouvements = await demanderMouvements(lecteur, { territoire, mois }, pourquoi)
      const vus = mouvementsVus(mouvements, await nommerAuteurs(lecteur))
      return envoyer(c, pourLire(tableauMouvements(vus, dit), format), format, `civilites-${territoire}-${mois}`)
    })
}
