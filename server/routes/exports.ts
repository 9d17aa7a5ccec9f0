import { Hono } from 'hono'
import { debutMois, finMois } from '../../ingest/socle/jour.ts'
import { tableauDesDossiers } from '../../reports/tableau/enregistrements.ts'
import { tableauIndicateurs } from '../../reports/tableau/indicateurs.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import { demanderEnregistrements } from '../acces/porte/enregistrements.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lignesDuMois } from '../lecture/chiffres.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireFigure } from '../lecture/figure.ts'
import { libelleTerritoire } from '../lecture/libelle-territoire.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/indicateurs.<format>`, the figures of the month narrowed as asked, and `/exports/enregistrements.<format>`. */
export const exports_ = (deps: Deps): Hono<Env> => {
  const origine = () => ({ maintenant: instantDe(deps.maintenant()), version: deps.version })
  return new Hono<Env>()
    .get('/exports/:fichier{indicateurs\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { lecteur, portee, contexte, calcule } = await lireSujet(c)
      const { territoire } = contexte
      if (format === null || calcule === null || portee === null || territoire === null) return c.notFound()
      const { niveau, entite, indicateur } = c.req.query()
      const lignes = (await lignesDuMois({ lecteur, portee, territoire, calcule })).filter(
        (ligne) =>
          (!niveau || ligne.niveau === niveau) &&
          (!entite || ligne.entite === entite) &&
          (!indicateur || ligne.indicateur === indicateur),
      )
      const tableau = tableauIndicateurs(lignes, {
        territoire,
        debut: debutMois(calcule.mois),
        fin: finMois(calcule.mois),
        ...origine(),
        filtres: { niveau, entite, indicateur },
      })
      return envoyer(
        c,
        pourLire(tableau, format, libelleTerritoire),
        format,
        `indicateurs-${territoire}-${calcule.mois}`,
      )
    })
    .get('/exports/:fichier{enregistrements\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const { lecteur, contexte, calcule } = await lireSujet(c)
      if (format === null || calcule === null || contexte.territoire === null) return c.notFound()
      const figure = lireFigure(c, contexte.territoire, calcule)
      if (figure === null) return c.notFound()
      const { indicateur, entite } = figure.demande
      const donnes = await demanderEnregistrements(lecteur, figure.demande, {
        action: 'EXPORT',
        instant: instantDe(deps.maintenant()),
        forme: format,
      })
      const tableau = tableauDesDossiers(donnes, origine())
      const nom = ['dossiers', indicateur, entite, calcule.mois].join('-')
      return envoyer(c, pourLire(tableau, format), format, nom, donnes.fermer)
    })
}
