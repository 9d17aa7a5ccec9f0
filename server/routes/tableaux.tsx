import { type Context, Hono } from 'hono'
import { debutMois, finMois } from '../../ingest/socle/jour.ts'
import { tableauStandard } from '../../reports/tableau/standard.ts'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { PageTableauStandard } from '../../web/pages/tableau-standard.tsx'
import { TableauxStandards } from '../../web/pages/tableaux-standards.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lienExportTableau } from '../lecture/exports.ts'
import { compteDuMois, lireTableauDuMois } from '../lecture/tableaux.ts'
import { envoyer, formatDe } from './envoyer.ts'
import { pageDuMois } from './page.tsx'

const vueDe = (c: Context<Env>) => {
  const { vue = '', par = '' } = c.req.query()
  return { vue, par }
}

/** `/tableaux`, the list of standard tables; `/tableaux/:code`, one of them; `/exports/tableau.<format>`, the same to keep. */
export const tableaux = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get(
      '/tableaux',
      pageDuMois(deps, async (c, { contexte, lecture: { territoire, calcule } }) => {
        const compte = await compteDuMois(deps.base, { territoire, calcule })
        return c.html(<TableauxStandards contexte={contexte} motifs={compte?.motifs ?? {}} />)
      }),
    )
    .get(
      '/tableaux/:code',
      pageDuMois(deps, async (c, { contexte, lecture: { territoire, calcule } }) => {
        const code = c.req.param('code') ?? ''
        const lu = await lireTableauDuMois(deps.base, { territoire, calcule, code, ...vueDe(c) })
        if (lu === null) return c.html(<Introuvable contexte={contexte} quoi={`le tableau ${code} de ce mois`} />, 404)
        return c.html(
          <PageTableauStandard
            contexte={contexte}
            lu={lu}
            exports={lienExportTableau(contexte, { tableau: code, vue: lu.vue, par: lu.par ?? undefined })}
          />,
        )
      }),
    )
    .get('/exports/:fichier{tableau\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { contexte, calcule } = await lireSujet(c)
      const { territoire } = contexte
      if (format === null || calcule === null || territoire === null) return c.notFound()
      const code = c.req.query('tableau') ?? 'TAB01-01'
      const lu = await lireTableauDuMois(deps.base, { territoire, calcule, code, ...vueDe(c) })
      if (lu === null) return c.notFound()
      const choisie = lu.choix.find(({ valeur }) => valeur === lu.vue)?.libelle
      const tableau = tableauStandard(lu.declare, lu.reponse, {
        territoire,
        debut: debutMois(calcule.mois),
        fin: finMois(calcule.mois),
        maintenant: instantDe(deps.maintenant()),
        version: deps.version,
        filtres: { vue: choisie, par: lu.par ?? undefined },
      })
      return envoyer(c, tableau, format, `${code}-${territoire}-${calcule.mois}`)
    })
