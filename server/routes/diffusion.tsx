import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { CODES_LISTES } from '../../web/diffusion.ts'
import { Diffusion } from '../../web/pages/diffusion.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { ecrireMessage } from '../courrier/ecrire.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireDiffusion } from '../lecture/diffusion.ts'
import { lienExportEnvois } from '../lecture/exports.ts'
import { ajouterALaListe, relancerEnvoi, retirerDeLaListe } from '../services/diffusion.ts'
import { messageDe } from '../services/expedier.ts'
import { listerEnvois } from '../state/diffusion.ts'
import { consigner } from '../state/journal.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { enRefus, lireBrut, lireFormulaire, OCTETS_DE_FORMULAIRE, requisSansNumero, texte } from './formulaire.ts'
import { lancer } from './lancer.ts'
import { annonceDe, continuer } from './suite.ts'

const COURRIEL = 'L’adresse n’est pas celle d’une messagerie, comme nom@exemple.fr.'

const schema = z.object({
  liste: z.enum(CODES_LISTES, 'Cette liste n’existe pas.'),
  nom: requisSansNumero('Le nom', 120),
  courriel: texte(200).pipe(z.email(COURRIEL)),
})

/** `/rapports/diffusion`: who each report is sent to, and what became of each message. */
export const diffusion = (deps: Deps): Hono<Env> => {
  const page = async (
    c: Context<Env>,
    { refus, saisie = {} }: { readonly refus?: string; readonly saisie?: Readonly<Record<string, string>> } = {},
  ) => {
    const { fait } = annonceDe(deps, c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
    const { sansRisque } = deps.expedition
    return c.html(
      <Diffusion
        contexte={{ ...contexte, chemin: '/rapports' }}
        {...(await lireDiffusion(lecteur, territoire, { maintenant: deps.maintenant(), sansRisque }))}
        enBoite={sansRisque}
        exports={lienExportEnvois(contexte)}
        saisie={saisie}
        {...(fait ? { fait } : {})}
        {...enRefus(refus)}
      />,
      refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/rapports/diffusion/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/rapports/diffusion', (c) => page(c))
    .post('/rapports/diffusion', async (c) => {
      const saisie = await lireBrut(c)
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      const lu = await lireFormulaire(c, schema)
      if ('reproche' in lu) return page(c, { refus: lu.reproche, saisie })
      const refus = await ajouterALaListe(acteur, lu.champs)
      if (refus !== null) return page(c, { refus, saisie })
      return continuer(deps, c, `/rapports/diffusion#${lu.champs.liste}`, { fait: 'L’adresse est dans la liste.' })
    })
    .post('/rapports/diffusion/:id/retirer', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null || !(await retirerDeLaListe(acteur, Number(c.req.param('id')) || 0))) return c.notFound()
      return continuer(deps, c, '/rapports/diffusion', { fait: 'L’adresse est retirée de la liste.' })
    })
    .get('/rapports/diffusion/envois/:id/message.eml', async (c) => {
      const { territoire } = (await lireSujet(c)).contexte
      const envois = territoire === null ? [] : await listerEnvois(deps.etat, territoire)
      const envoi = envois.find(({ id }) => String(id) === c.req.param('id'))
      if (envoi === undefined) return c.notFound()
      const { qui, role } = c.get('acces')
      await consigner(deps.etat, {
        ...{ instant: instantDe(deps.maintenant()), qui, role, action: 'DIFFUSION', territoire },
        detail: { quoi: `message n° ${envoi.id} ouvert` },
      })
      c.header('Content-Type', 'message/rfc822')
      c.header('Content-Disposition', `attachment; filename="message-${envoi.id}.eml"`)
      return c.body(new Uint8Array(await ecrireMessage(await messageDe(deps.etat, envoi), null)))
    })
    .post('/rapports/diffusion/envois/:id/relancer', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      const refus = await relancerEnvoi(acteur, Number(c.req.param('id')) || 0)
      if (refus !== null) return page(c, { refus })
      await lancer(deps)
      return continuer(deps, c, '/rapports/diffusion#envois', { fait: 'Le message repart.' })
    })
}
