import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { cheminDeRapport } from '../../web/modeles/rapports.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { OCTETS_DU_DOCUMENT } from '../gestion/documents/juger.ts'
import { origineDe } from '../hote.ts'
import { recevoirDocument } from '../recevoir-document.ts'
import { diffuserRapport } from '../services/diffusion.ts'
import { joindreAuRapport } from '../services/joindre-rapport.ts'
import { lireChamps, OCTETS_DE_FORMULAIRE, requisSansNumero } from './formulaire.ts'
import { lancer } from './lancer.ts'
import { rendreRapportVise, viserRapport } from './page-rapport.tsx'
import { continuer } from './suite.ts'

const OCTETS_DE_L_ENVOI = OCTETS_DU_DOCUMENT + OCTETS_DE_FORMULAIRE

const schemaJoint = z.object({ titre: requisSansNumero('Ce qu’est le document') })

/** What leaves with a published report, and to whom. */
export const envoiRapport = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .post('/rapports/:pour/:semestre/envoyer', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }), async (c) => {
      const lu = await viserRapport(deps, c)
      if (lu === null) return c.notFound()
      const chemin = cheminDeRapport(lu.rapport)
      const issue = await diffuserRapport(lu.vise.acteur, lu.rapport, `${origineDe(deps.site, c)}${chemin}`)
      if ('refus' in issue) return rendreRapportVise(deps, c, { refus: issue.refus })
      await lancer(deps)
      return continuer(deps, c, `${chemin}#diffusion`, {
        fait: `${compte(issue.envoyes, 'message confié', 'messages confiés')} à l’envoi : ce qu’il en est de chacun se lit ci-dessous.`,
      })
    })
    .post('/rapports/:pour/:semestre/documents', bodyLimit({ maxSize: OCTETS_DE_L_ENVOI }), async (c) => {
      const lu = await viserRapport(deps, c)
      if (lu === null) return c.notFound()
      const recu = await recevoirDocument(c.req.raw)
      const saisie = { ...recu?.champs, acte: 'JOINDRE' }
      const refuser = (refus: string) => rendreRapportVise(deps, c, { refus, saisie })
      if (recu === null) return refuser('L’envoi s’est interrompu avant la fin : recommencer.')
      const champs = lireChamps(schemaJoint, recu.champs)
      if ('reproche' in champs) return refuser(champs.reproche)
      const { titre } = champs.champs
      const refus = await joindreAuRapport(lu.vise, lu.rapport, { fichier: recu.fichier, titre })
      if (refus !== null) return refuser(refus)
      return continuer(deps, c, `${cheminDeRapport(lu.rapport)}#versions`, {
        fait: `Le document est joint : ${titre}.`,
      })
    })
