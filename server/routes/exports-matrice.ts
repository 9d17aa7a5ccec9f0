import { Hono } from 'hono'
import { debutMois, finMois } from '../../ingest/socle/jour.ts'
import { tableauMatrice } from '../../reports/tableau/matrice.ts'
import { nomsCategorie } from '../../web/categories.ts'
import { colonnes, readFiltres } from '../../web/modeles/filtres-matrice.ts'
import { buildMatrice, estSignale } from '../../web/modeles/matrice.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lignesAffichees } from '../lecture/chiffres.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { fichesDe } from '../lecture/fiches.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/matrice.<format>`: the guichets as their page shows them, with its filters and in its order. */
export const exportsMatrice = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/exports/:fichier{matrice\\.[a-z]+}', async (c) => {
    const format = formatDe(c)
    const { lecteur, portee, contexte, calcule, etat } = await lireSujet(c)
    const { territoire } = contexte
    if (format === null || calcule === null || portee === null || territoire === null) return c.notFound()
    const filtres = readFiltres(contexte.requete)
    const montrees = colonnes(fichesDe(etat?.calcules ?? [], calcule), filtres.indicateurs)
    const lignes = await lignesAffichees({ lecteur, portee, territoire, calcule })
    const rangees = buildMatrice(
      {
        colonnes: montrees,
        guichets: portee.guichets,
        lignes: lignes.filter(({ niveau }) => niveau === 'GUICHET'),
        historique: { mois: [], series: [] },
      },
      filtres,
    ).filter((rangee) => !filtres.signales || estSignale(rangee))
    const { mois } = calcule
    const tableau = tableauMatrice(rangees, montrees, {
      territoire,
      debut: debutMois(mois),
      fin: finMois(mois),
      maintenant: instantDe(deps.maintenant()),
      version: deps.version,
      filtres: {
        catégorie: filtres.categorie === null ? undefined : nomsCategorie(filtres.categorie),
        service: filtres.service ?? undefined,
        'guichets signalés': filtres.signales ? 'seulement' : undefined,
      },
    })
    return envoyer(c, tableau, format, `matrice-${territoire}-${mois}`)
  })
