import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { admettre } from '../auth/connexion.ts'
import type { Identite } from '../auth/oidc.ts'
import { createRequetesOidc } from '../auth/requetes-oidc.ts'
import { fermerSession } from '../auth/sessions.ts'
import { lireTemoin, poserTemoin } from '../auth/temoin.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { adresseReseau, origineDe } from '../hote.ts'
import { estChiffre } from '../site.ts'
import { type Compte, changerCompte, compteDuCourriel, compteDuSujet } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { tracer } from '../trace.ts'
import { suiteSure } from './formulaire.ts'

const RETOUR = '/connexion/fournisseur/retour'
const TEMOIN = 'fournisseur'

/** The account of an identity: the one tied to it, else the one the gestionnaire opened for its address, then tied. */
const compteDe = async (etat: BaseEtat, { emetteur, sujet, courriel }: Identite): Promise<Compte | null> => {
  const lie = await compteDuSujet(etat, emetteur, sujet)
  if (lie !== null) return lie
  const attendu = courriel === null ? null : await compteDuCourriel(etat, courriel)
  if (attendu === null || attendu.sujet_oidc !== null || attendu.demonstration) return null
  await changerCompte(etat, attendu.id, { emetteur_oidc: emetteur, sujet_oidc: sujet })
  return attendu
}

/** `/connexion/fournisseur`: signing in through an OpenID Connect provider. */
export const fournisseur = (deps: Deps): Hono<Env> => {
  const { etat, site } = deps
  const requetes = createRequetesOidc()

  /** Logged up to a number from one address: anyone may come back from a provider without having gone there. */
  const refuser = async (c: Context, motif: string, qui = 'anonyme') => {
    const adresse = adresseReseau(site, c)
    if (deps.tentatives.tenter(`retours de ${adresse}`, deps.maintenant()))
      await consigner(etat, {
        instant: instantDe(deps.maintenant()),
        qui,
        action: 'ECHEC_CONNEXION',
        detail: { motif, par: 'OIDC', adresse },
      })
    return c.redirect('/connexion?refus=fournisseur', 303)
  }

  return new Hono<Env>()
    .get('/connexion/fournisseur', async (c) => {
      if (deps.fournisseur === null) return c.notFound()
      if (!deps.tentatives.tenter(adresseReseau(site, c), deps.maintenant())) return refuser(c, 'trop de tentatives')
      const requete = await deps.fournisseur.demander(`${origineDe(site, c)}${RETOUR}`)
      requetes.garder(requete, suiteSure(c.req.query('suite')), deps.maintenant())
      // The answer is taken from the browser that asked, and from no other.
      setCookie(c, TEMOIN, requete.etat, {
        httpOnly: true,
        sameSite: 'Lax',
        path: RETOUR,
        maxAge: 600,
        secure: estChiffre(site),
      })
      return c.redirect(requete.adresse, 303)
    })
    .get(RETOUR, async (c) => {
      const etatDuTemoin = getCookie(c, TEMOIN)
      deleteCookie(c, TEMOIN, { path: RETOUR, secure: estChiffre(site) })
      const attendue = etatDuTemoin === undefined ? null : requetes.reprendre(etatDuTemoin, deps.maintenant())
      if (deps.fournisseur === null || attendue === null) return refuser(c, 'demande inconnue ou échue')
      const { search } = new URL(c.req.url)
      const identite = await deps.fournisseur
        .reconnaitre(new URL(`${origineDe(site, c)}${RETOUR}${search}`), attendue.requete)
        .catch((cause: unknown) => {
          deps.journal.warn(tracer(cause), 'fournisseur d’identité')
          return null
        })
      if (identite === null) return refuser(c, 'réponse refusée')
      const compte = await compteDe(etat, identite)
      if (compte === null) return refuser(c, 'aucun compte pour cette identité')
      if (compte.ferme_le !== null) return refuser(c, 'compte fermé', compte.courriel)
      const ancien = lireTemoin(c, site)
      if (ancien !== undefined) await fermerSession(etat, ancien)
      const jeton = await admettre(etat, compte, 'OIDC', deps.maintenant(), adresseReseau(site, c))
      poserTemoin(c, site, jeton)
      return c.redirect(attendue.suite, 303)
    })
}
