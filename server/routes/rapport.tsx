import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { composer } from '../../reports/rapport.ts'
import { RAPPORTS_DU_SEMESTRE } from '../../reports/rapports/registry.ts'
import { estFormeDeRapport, rendreRapport } from '../../reports/render/formes.ts'
import { cheminDeRapport } from '../../web/modeles/rapports.ts'
import { ACTES_RAPPORT, type ActeRapport, estChampPropose, LONGUEUR_D_UN_CHAMP } from '../../web/rapports.ts'
import { litLeBrouillon } from '../acces/rapports.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { estOffert, proposerTexte } from '../lecture/rapports/page.ts'
import { nomDeRapport, TYPES_DES_FORMES } from '../services/publier-rapport.ts'
import { agirSurRapport } from '../services/rapports.ts'
import { envoyerDocument } from './envoyer-document.ts'
import { lireBrut, lireFormulaire, OCTETS_DE_FORMULAIRE, texte, texteSansNumero } from './formulaire.ts'
import { matiereVisee, rendreRapportVise, viserRapport } from './page-rapport.tsx'
import { continuer } from './suite.ts'

const schema = z.object({
  acte: z.enum(Object.keys(ACTES_RAPPORT) as [ActeRapport, ...ActeRapport[]], 'Cet acte n’existe pas.'),
  champ: texte(50).default(''),
  texte: texteSansNumero(LONGUEUR_D_UN_CHAMP).default(''),
})

/** `/rapports/:pour/:semestre`: a report, its texts, its acts, its draft in every form. */
export const rapport = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .use('/rapports/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/rapports/:pour/:semestre', (c) => rendreRapportVise(deps, c))
    .get('/rapports/:pour/:semestre/:fichier{projet\\.[a-z]+}', async (c) => {
      const lu = await viserRapport(deps, c)
      const forme = c.req.param('fichier').split('.')[1] ?? ''
      if (lu === null || !estFormeDeRapport(forme)) return c.notFound()
      const { etat } = lu.rapport
      if (!litLeBrouillon(c.get('acces').role, etat) || etat === 'PUBLIE') return c.notFound()
      const matiere = await matiereVisee(lu.vise)
      if (matiere === null) return c.notFound()
      return envoyerDocument(deps, c, {
        nom: nomDeRapport(lu.rapport.pour, matiere, null, forme),
        type: TYPES_DES_FORMES[forme],
        octets: await rendreRapport(composer(RAPPORTS_DU_SEMESTRE[lu.rapport.pour], matiere), forme),
        territoire: matiere.code,
      })
    })
    .post('/rapports/:pour/:semestre', async (c) => {
      const saisie = await lireBrut(c)
      const lu = await viserRapport(deps, c)
      if (lu === null) return c.notFound()
      const recu = await lireFormulaire(c, schema)
      if ('reproche' in recu) return rendreRapportVise(deps, c, { refus: recu.reproche, saisie })
      const { acte, champ, texte: dit } = recu.champs
      const { vise, rapport: vu } = lu
      if (acte === 'ECRIRE' && !estOffert(vu.pour, champ))
        return rendreRapportVise(deps, c, { refus: 'Ce rapport n’offre pas ce texte : recharger la page.', saisie })
      const matiere = acte === 'ECRIRE' && estChampPropose(champ) ? await matiereVisee(vise) : null
      const propose = matiere !== null && estChampPropose(champ) ? proposerTexte(champ, matiere) : null
      const refus = await agirSurRapport(vise, { acte, texte: dit, champ, propose })
      if (refus !== null) return rendreRapportVise(deps, c, { refus, saisie })
      const ancre = acte === 'ECRIRE' ? '#textes' : ''
      return continuer(deps, c, `${cheminDeRapport(vu)}${ancre}`, {
        fait: `C’est enregistré : ${ACTES_RAPPORT[acte]}.`,
      })
    })
