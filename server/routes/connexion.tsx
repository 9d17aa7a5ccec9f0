import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { loadSecret } from '../../ingest/store/secret.ts'
import { Code } from '../../web/pages/code.tsx'
import { Connexion, type ConnexionProps } from '../../web/pages/connexion.tsx'
import { demonstrationAdmise } from '../acces/qui-demande.ts'
import { LIBELLES_ROLES } from '../acces/roles.ts'
import { accepterCode, proposerCle } from '../auth/codes.ts'
import { connecter, ouvrirPourDeBon, REFUS_CONNEXION } from '../auth/connexion.ts'
import { COMPTES_DE_DEMONSTRATION } from '../auth/demonstration.ts'
import { estVerrouille } from '../auth/echecs.ts'
import { fermerSession, lireSession } from '../auth/sessions.ts'
import { lireTemoin, oterTemoin, poserTemoin } from '../auth/temoin.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { adresseReseau } from '../hote.ts'
import { presenterCle } from '../lecture/second-facteur.ts'
import { listerComptes, trouverCompte } from '../state/comptes.ts'
import { consigner } from '../state/journal.ts'
import { lireFormulaire, OCTETS_DE_FORMULAIRE, suiteSure } from './formulaire.ts'

const schemaConnexion = z.object({
  courriel: z.string().max(200).default(''),
  mot_de_passe: z.string().max(1000).default(''),
  suite: z.string().optional(),
})
const schemaCode = z.object({ code: z.string().max(20).default(''), suite: z.string().optional() })

const REFUS_FOURNISSEUR =
  'Cette identité n’ouvre aucun compte : demander au gestionnaire territorial d’en ouvrir un à votre adresse.'

const TROP_DE_TENTATIVES = 'Trop de tentatives depuis cette adresse : attendre quelques minutes, puis recommencer.'

/** Writes down, once a minute at most, how many attempts were turned away unread. */
const consignerTropPlein = async ({ etat, tentatives }: Deps, instant: string): Promise<void> => {
  for (const [adresse, nombre] of tentatives.refusees())
    await consigner(etat, {
      instant,
      qui: 'anonyme',
      action: 'ECHEC_CONNEXION',
      nombre,
      detail: { motif: 'trop de tentatives', adresse },
    })
}

/** `/connexion`: by password, then by code where one is asked for. */
export const connexion = (deps: Deps): Hono<Env> => {
  const { etat, site } = deps
  const page = async (c: Context, reste: Partial<ConnexionProps>, statut: 200 | 401 | 429 = 200) => {
    const comptes = await listerComptes(etat)
    const admise = comptes.some(({ demonstration }) => demonstration) && (await demonstrationAdmise(deps, c))
    const montres = admise ? COMPTES_DE_DEMONSTRATION : []
    return c.html(
      <Connexion
        courriel=""
        suite="/"
        fournisseur={deps.fournisseur?.nom ?? null}
        demonstration={montres.map((compte) => ({ ...compte, role: LIBELLES_ROLES[compte.role] }))}
        aucunCompte={comptes.length === 0}
        {...reste}
      />,
      statut,
    )
  }

  /** The account that waits for its code; null once it does not. */
  const enAttente = async (c: Context) => {
    const jeton = lireTemoin(c, site)
    const session = jeton === undefined ? null : await lireSession(etat, jeton, deps.maintenant())
    const attend = session?.etape === 'SECOND_FACTEUR' && !estVerrouille(session.compte, deps.maintenant())
    return attend && jeton !== undefined ? { jeton, compte: session.compte } : null
  }

  const pageCode = async (c: Context, suite: string, refus?: string) => {
    const attente = await enAttente(c)
    if (attente === null) return c.redirect('/connexion', 303)
    const { compte } = attente
    const secret = await loadSecret(deps.base.connection, deps.secret)
    const aProposer = compte.second_facteur_le === null && secret !== null
    const proposition = aProposer ? presenterCle(await proposerCle(etat, compte, secret), compte.courriel) : null
    const phrase =
      secret === null
        ? 'Le secret de l’installation manque : les codes ne peuvent pas être vérifiés. Le remettre en place, ou demander un nouveau mot de passe au gestionnaire.'
        : refus
    return c.html(
      <Code suite={suite} proposition={proposition} {...(phrase ? { refus: { phrase, suite: '' } } : {})} />,
      refus ? 401 : 200,
    )
  }

  return new Hono<Env>()
    .use('/connexion/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .use('/connexion', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/connexion', (c) =>
      page(c, {
        suite: suiteSure(c.req.query('suite')),
        ...(c.req.query('refus') === 'fournisseur' ? { refus: { phrase: REFUS_FOURNISSEUR, suite: '' } } : {}),
      }),
    )
    .post('/connexion', async (c) => {
      const maintenant = deps.maintenant()
      const adresse = adresseReseau(site, c)
      if (!deps.tentatives.tenter(adresse, maintenant))
        return page(c, { refus: { phrase: TROP_DE_TENTATIVES, suite: '' } }, 429)
      await consignerTropPlein(deps, instantDe(maintenant))
      const lu = await lireFormulaire(c, schemaConnexion)
      const {
        courriel,
        mot_de_passe: motDePasse,
        suite,
      } = 'champs' in lu ? lu.champs : { courriel: '', mot_de_passe: '', suite: '/' }
      const demonstration = await demonstrationAdmise(deps, c)
      const ouverte = await connecter(etat, { courriel, motDePasse, adresse, maintenant, demonstration })
      if (ouverte === null)
        return page(c, { courriel, suite: suiteSure(suite), refus: { phrase: REFUS_CONNEXION, suite: '' } }, 401)
      deps.tentatives.rendre(adresse)
      const ancien = lireTemoin(c, site)
      if (ancien !== undefined) await fermerSession(etat, ancien)
      poserTemoin(c, site, ouverte.jeton)
      const session = await lireSession(etat, ouverte.jeton, maintenant)
      const cible = suiteSure(suite)
      return c.redirect(
        session?.etape === 'OUVERTE' ? cible : `/connexion/code?suite=${encodeURIComponent(cible)}`,
        303,
      )
    })
    .get('/connexion/code', (c) => pageCode(c, suiteSure(c.req.query('suite'))))
    .post('/connexion/code', async (c) => {
      const attente = await enAttente(c)
      const lu = await lireFormulaire(c, schemaCode)
      const secret = await loadSecret(deps.base.connection, deps.secret)
      if (attente === null || !('champs' in lu) || secret === null) return c.redirect('/connexion', 303)
      const suite = suiteSure(lu.champs.suite)
      const maintenant = deps.maintenant()
      if (!(await accepterCode(etat, attente.compte, lu.champs.code, secret, maintenant)))
        return pageCode(c, suite, 'Ce code ne convient pas, ou a déjà servi : attendre le suivant et recommencer.')
      const compte = (await trouverCompte(etat, attente.compte.id)) ?? attente.compte
      const jeton = await ouvrirPourDeBon(etat, compte, 'MOT_DE_PASSE', maintenant, adresseReseau(site, c))
      await fermerSession(etat, attente.jeton)
      poserTemoin(c, site, jeton)
      return c.redirect(suite, 303)
    })
    .post('/deconnexion', async (c) => {
      await fermerSession(etat, c.get('jeton'))
      await consigner(etat, {
        instant: instantDe(deps.maintenant()),
        qui: c.get('acces').qui,
        role: c.get('acces').role,
        action: 'DECONNEXION',
      })
      oterTemoin(c, site)
      // The pages that the browser kept are not for who comes after.
      c.header('Clear-Site-Data', '"cache"')
      return c.redirect('/connexion', 303)
    })
}
