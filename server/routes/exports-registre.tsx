import { Hono } from 'hono'
import { PagePublique, tableauPublic } from '../../reports/registre/liste-publique.tsx'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import { tableauRegistre } from '../../reports/tableau/registre.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { libelleTerritoire } from '../lecture/libelle-territoire.ts'
import { sujetDuRegistre } from '../lecture/registre/sujet.ts'
import { consignerAuRegistre } from '../services/registre.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/registre.<format>`, the register; `/exports/liste-publique.<format>`, the files to publish of it. */
export const exportsRegistre = (deps: Deps): Hono<Env> => {
  const aujourdhui = () => jourDe(deps.maintenant())
  return new Hono<Env>()
    .get('/exports/:fichier{registre\\.[a-z]+}', async (c) => {
      const [format, sujet] = [formatDe(c), await sujetDuRegistre(c, aujourdhui())]
      if (format === null || sujet === null) return c.notFound()
      const { territoire, services } = sujet
      const inscrits = services.map(({ inscritLe }) => inscritLe).toSorted()
      const provenance = {
        territoire,
        debut: inscrits[0] ?? aujourdhui(),
        fin: aujourdhui(),
        maintenant: instantDe(deps.maintenant()),
        version: deps.version,
        filtres: {},
      }
      const tableau = tableauRegistre(territoire, services, provenance)
      return envoyer(c, pourLire(tableau, format), format, `registre-${territoire}`)
    })
    .get('/exports/:fichier{liste-publique\\.[a-z]+}', async (c) => {
      const [sujet, acteur] = [await sujetDuRegistre(c, aujourdhui()), await acteurDeLAgenda(deps, c)]
      const enPage = c.req.param('fichier') === 'liste-publique.html'
      const format = formatDe(c)
      if (sujet === null || acteur === null || (format === null && !enPage)) return c.notFound()
      const { services } = sujet
      const territoire = libelleTerritoire(sujet.territoire)
      const nom = `services-enregistreurs-${sujet.territoire}`
      await consignerAuRegistre(acteur, { quoi: `liste publique faite, ${enPage ? 'HTML' : format?.toUpperCase()}` })
      if (format !== null) return envoyer(c, tableauPublic(services, { territoire, au: aujourdhui() }), format, nom)
      c.header('Content-Disposition', `attachment; filename="${nom}.html"`)
      return c.html(<PagePublique services={services} territoire={territoire} au={aujourdhui()} />)
    })
}
