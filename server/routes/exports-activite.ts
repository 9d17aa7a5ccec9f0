import { Hono } from 'hono'
import { debutMois, enJour, enMois } from '../../ingest/socle/jour.ts'
import {
  ligneDActivite,
  ligneDuJournal,
  tableauActivite,
  tableauDroits,
  tableauJournalActivite,
} from '../../reports/tableau/activite.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import { chiffresDeLAnnee } from '../../web/modeles/activite.ts'
import { deLAnneeActives } from '../../web/modeles/journal-activite.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireDroitsVus, lireJournalDActivite, lireTraitements } from '../lecture/activite.ts'
import { anneesDeLAgenda } from '../lecture/agenda/annees.ts'
import { lireAgenda } from '../lecture/agenda/lire.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { envoyer, formatDe } from './envoyer.ts'

/** `/exports/activite.<format>`: the figures of a year, its journal, or the rights exercised. */
export const exportsActivite = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/exports/:fichier{activite\\.[a-z]+}', async (c) => {
    const format = formatDe(c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    if (format === null || territoire === null) return c.notFound()
    const aujourdhui = jourDe(deps.maintenant())
    const { liste = 'indicateurs', annee: demandee } = c.req.query()
    const lu = await lireAgenda(lecteur, territoire, aujourdhui)
    const { annee } = anneesDeLAgenda(lu.depuis, aujourdhui, demandee)
    const provenance = {
      territoire,
      debut: debutMois(enMois(`${annee}-01`)),
      fin: enJour(`${annee}-12-31`),
      maintenant: instantDe(deps.maintenant()),
      version: deps.version,
      filtres: {},
    }
    const nom = `activite-${liste}-${territoire}-${annee}`
    if (liste === 'journal') {
      const entrees = deLAnneeActives(await lireJournalDActivite(lecteur, territoire, lu.reunions), annee)
      const lignes = entrees.map((entree) => ligneDuJournal(territoire, entree))
      return envoyer(c, pourLire(tableauJournalActivite(lignes, provenance), format), format, nom)
    }
    if (liste === 'droits') {
      if (lecteur.acces.role === 'copil') return c.notFound()
      const droits = await lireDroitsVus(lecteur, territoire, aujourdhui)
      return envoyer(c, pourLire(tableauDroits(droits, provenance), format), format, nom)
    }
    if (liste !== 'indicateurs') return c.notFound()
    const traitements = await lireTraitements(lecteur, territoire, aujourdhui)
    const lignes = chiffresDeLAnnee(lu.echeances, traitements, annee).map((chiffre) =>
      ligneDActivite(territoire, annee, chiffre),
    )
    return envoyer(c, pourLire(tableauActivite(lignes, provenance), format), format, nom)
  })
