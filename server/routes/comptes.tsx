import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { CompteEdition, type CompteEditionProps } from '../../web/pages/compte-edition.tsx'
import { Comptes, type ComptesProps } from '../../web/pages/comptes.tsx'
import { servicesDe, territoiresDe } from '../acces/lecteur.ts'
import { ROLES } from '../acces/roles.ts'
import type { Annonce } from '../annonces.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { lireRevue, OPTIONS_ROLES, pourListe } from '../lecture/comptes.ts'
import { lireSujet } from '../lecture/contexte.ts'
import {
  changerPortee,
  fermer,
  listerComptesDuRessort,
  remettreMotDePasse,
  rouvrir,
  trouverCompteDuRessort,
} from '../services/comptes.ts'
import { ouvrirSansReveler } from '../services/ouverture.ts'
import type { Compte } from '../state/comptes.ts'
import { auteurDe } from './auteur.ts'
import {
  codesDeTerritoires,
  lireFormulaire,
  OCTETS_DE_FORMULAIRE,
  requis,
  requisSansNumero,
  texteSansNumero,
} from './formulaire.ts'
import { annonceDe, continuer } from './suite.ts'

const portee = {
  nom: requisSansNumero('Le nom', 100),
  role: z.enum(ROLES),
  territoires: codesDeTerritoires,
  service: texteSansNumero(50).transform((code) => (code === '' ? null : code.toUpperCase())),
}
const schemaNouveau = z.object({ courriel: requis('L’adresse électronique'), ...portee })
const schemaPortee = z.object(portee)
const schemaMotif = z.object({ motif: requisSansNumero('Le motif') })
const VIDE = { courriel: '', nom: '', role: 'guichet', territoires: '', service: '' }

/** `/comptes`: who may sign in, and to what. */
export const comptes = (deps: Deps): Hono<Env> => {
  const { etat } = deps
  const auteur = (c: Context<Env>) => auteurDe(deps, c)

  const liste = async (c: Context<Env>, reste: Partial<ComptesProps> = annonceDe(deps, c)) => {
    const { contexte, lecteur } = await lireSujet(c)
    return c.html(
      <Comptes
        contexte={{ ...contexte, chemin: '/comptes' }}
        comptes={(await listerComptesDuRessort(etat, auteur(c))).map(pourListe)}
        moi={c.get('compte').id}
        roles={OPTIONS_ROLES}
        services={await servicesDe(lecteur)}
        saisie={{ ...VIDE, territoires: c.get('compte').territoires.join(' ') }}
        revue={await lireRevue(etat, lecteur.reglages, await territoiresDe(lecteur), deps.maintenant())}
        {...reste}
      />,
      reste.refus ? 422 : 200,
    )
  }

  const edition = async (c: Context<Env>, id: number, reste: Partial<CompteEditionProps> = annonceDe(deps, c)) => {
    const { contexte, lecteur } = await lireSujet(c)
    const compte = await trouverCompteDuRessort(etat, auteur(c), id)
    const { courriel, nom, role, territoires, service } = compte
    return c.html(
      <CompteEdition
        contexte={{ ...contexte, chemin: `/comptes/${id}` }}
        compte={pourListe(compte)}
        saisie={{ courriel, nom, role, territoires: territoires.join(' '), service: service ?? '' }}
        roles={OPTIONS_ROLES}
        services={await servicesDe(lecteur)}
        {...reste}
      />,
      reste.refus ? 422 : 200,
    )
  }

  /** Does something to an open account, or to a closed one, and goes back to its page; what is refused is said on it. */
  const surLeCompte = async (
    c: Context<Env>,
    faire: (compte: Compte) => Promise<Annonce | Pick<CompteEditionProps, 'refus'>>,
    ferme = false,
  ): Promise<Response> => {
    const id = Number(c.req.param('id'))
    const compte = await trouverCompteDuRessort(etat, auteur(c), id)
    if ((compte.ferme_le !== null) !== ferme) return edition(c, id)
    try {
      const issue = await faire(compte)
      return 'refus' in issue ? edition(c, id, issue) : continuer(deps, c, `/comptes/${id}`, issue as Annonce)
    } catch (cause) {
      if (cause instanceof ErreurInfocentre && cause.publique)
        return edition(c, id, { refus: { phrase: cause.message, suite: 'Rien n’a été changé.' } })
      throw cause
    }
  }

  const refus = (phrase: string) => ({ refus: { phrase, suite: 'Rien n’a été changé.' } })

  return new Hono<Env>()
    .use('/comptes', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .use('/comptes/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/comptes', (c) => liste(c))
    .post('/comptes', async (c) => {
      const lu = await lireFormulaire(c, schemaNouveau)
      if ('reproche' in lu) return liste(c, refus(lu.reproche))
      const { courriel, ...saisie } = lu.champs
      try {
        const { motDePasse } = await ouvrirSansReveler(deps, courriel, saisie, auteur(c))
        return await continuer(deps, c, '/comptes', { remis: { courriel, motDePasse } })
      } catch (cause) {
        if (!(cause instanceof ErreurInfocentre && cause.publique)) throw cause
        const { territoires, service, ...reste } = saisie
        const rendue = { courriel, ...reste, territoires: territoires.join(' '), service: service ?? '' }
        return liste(c, { ...refus(cause.message), saisie: rendue })
      }
    })
    .get('/comptes/:id', (c) => edition(c, Number(c.req.param('id'))))
    .post('/comptes/:id', (c) =>
      surLeCompte(c, async (compte) => {
        const lu = await lireFormulaire(c, schemaPortee)
        if ('reproche' in lu) return refus(lu.reproche)
        if (compte.id === c.get('compte').id && lu.champs.role !== compte.role)
          return refus('Un gestionnaire ne change pas son propre rôle : le demander à un autre.')
        await changerPortee(etat, compte, lu.champs, auteur(c))
        return { fait: 'Le compte est enregistré ; ses sessions ouvertes en tiennent compte aussitôt.' }
      }),
    )
    .post('/comptes/:id/mot-de-passe', (c) =>
      surLeCompte(c, async (compte) => {
        if (compte.demonstration) return refus('Le mot de passe d’un compte de démonstration ne change pas.')
        if (compte.id === c.get('compte').id) return refus('Pour votre propre compte, passer par « Mon compte ».')
        return { remis: { courriel: compte.courriel, motDePasse: await remettreMotDePasse(etat, compte, auteur(c)) } }
      }),
    )
    .post('/comptes/:id/fermer', (c) =>
      surLeCompte(c, async (compte) => {
        const lu = await lireFormulaire(c, schemaMotif)
        if ('reproche' in lu) return refus(lu.reproche)
        if (compte.id === c.get('compte').id)
          return refus('Un gestionnaire ne ferme pas son propre compte : le demander à un autre.')
        await fermer(etat, compte, lu.champs.motif, auteur(c))
        return { fait: 'Le compte est fermé, et ses sessions avec lui.' }
      }),
    )
    .post('/comptes/:id/rouvrir', (c) =>
      surLeCompte(
        c,
        async (compte) => {
          const lu = await lireFormulaire(c, schemaMotif)
          if ('reproche' in lu) return refus(lu.reproche)
          const motDePasse = await rouvrir(etat, compte, lu.champs.motif, auteur(c))
          return { remis: { courriel: compte.courriel, motDePasse } }
        },
        true,
      ),
    )
}
