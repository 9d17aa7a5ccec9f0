import { Hono } from 'hono'
import { composer } from '../../reports/rapport.ts'
import { ficheDuGuichet } from '../../reports/rapports/fiche.ts'
import { estFormeDeRapport, rendreRapport } from '../../reports/render/formes.ts'
import { exigerEntite } from '../acces/lecteur.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireMatiereDeLaFiche } from '../lecture/rapports/lire-fiche.ts'
import { TYPES_DES_FORMES } from '../services/publier-rapport.ts'
import { envoyerDocument } from './envoyer-document.ts'

/** The forms that a sheet is read in; a workbook of numbers is had from the lists. */
const FORMES_DE_FICHE: readonly string[] = ['pdf', 'html', 'docx']

/** `/guichets/:code/fiche.<forme>`: the month of a guichet, made when it is asked for and kept nowhere. */
export const ficheGuichet = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/guichets/:code/:fichier{fiche\\.[a-z]+}', async (c) => {
    const { lecteur, contexte, portee } = await lireSujet(c)
    const { territoire, mois } = contexte
    const forme = c.req.param('fichier').split('.')[1] ?? ''
    if (territoire === null || mois === null || portee === null) return c.notFound()
    if (!estFormeDeRapport(forme) || !FORMES_DE_FICHE.includes(forme)) return c.notFound()
    const code = c.req.param('code').toUpperCase()
    exigerEntite(portee, { niveau: 'GUICHET', entite: code })
    if (!portee.guichets.some((guichet) => guichet.code === code)) return c.notFound()
    const matiere = await lireMatiereDeLaFiche(lecteur, {
      ...{ territoire, mois, guichet: code, maintenant: deps.maintenant() },
      par: (await nommerAuteurs(lecteur))(lecteur.acces.qui),
    })
    return envoyerDocument(deps, c, {
      nom: `fiche-${code}-${mois}.${forme}`,
      type: TYPES_DES_FORMES[forme],
      octets: await rendreRapport(composer(ficheDuGuichet, matiere), forme),
      territoire,
    })
  })
