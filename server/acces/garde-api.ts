import type { Context, Next } from 'hono'
import { type Probleme, repondreProbleme } from '../api/probleme.ts'
import { lirePorteur, type Porteur, reconnaitrePorteur } from '../auth/jetons.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { adresseReseau } from '../hote.ts'
import { consignerRejet } from '../routes/refus.tsx'
import { accesDe, compteAdmis, exigerRoute, poserLecteur, sessionDe } from './qui-demande.ts'
import type { Regle } from './table.ts'

/** Where the API begins. */
export const RACINE_API = '/api/v1/'

export const estDeLApi = (c: Context): boolean => c.req.path.startsWith(RACINE_API)

const SANS_JETON = 'Donner un jeton par l’en-tête « Authorization: Bearer … », ou se connecter dans ce navigateur.'
const JETON_REFUSE = 'Ce jeton n’ouvre rien : il est inconnu, échu ou révoqué, ou son compte est fermé.'
const TROP = 'Trop de jetons refusés depuis cette adresse : attendre quelques minutes, puis recommencer.'
const A_CHANGER = 'Le mot de passe de ce compte est à changer : le faire d’abord sur sa page « Mon compte ».'

/** Seconds after which to try again. */
const ATTENTE = '300'

const parJeton = async (deps: Deps, c: Context, clair: string): Promise<Porteur> => {
  const porteur = await reconnaitrePorteur(deps.etat, clair, deps.maintenant())
  if ('motif' in porteur || (await compteAdmis(deps, c, porteur.compte))) return porteur
  return { motif: 'jeton d’un compte de démonstration' }
}

/** Refused tokens are counted by address, like passwords. */
const repondreJetonRefuse = async (deps: Deps, c: Context<Env>, motif: string): Promise<Response> => {
  const admise = deps.tentatives.tenter(`jetons de ${adresseReseau(deps.site, c)}`, deps.maintenant())
  if (!admise) {
    c.header('Retry-After', ATTENTE)
    return repondreProbleme(c, { sorte: 'trop-de-refus', detail: TROP })
  }
  await consignerRejet(deps, c, motif)
  return repondreProbleme(c, { sorte: 'authentification-necessaire', detail: JETON_REFUSE })
}

/** Who is signed in in the browser that asks: reading alone, a cookie suffices. */
const parSession = async (deps: Deps, c: Context): Promise<Porteur | Probleme> => {
  const { session } = await sessionDe(deps, c)
  const admis = session?.etape === 'OUVERTE' && (await compteAdmis(deps, c, session.compte))
  if (!session || !admis) return { sorte: 'authentification-necessaire', detail: SANS_JETON }
  const { compte } = session
  return compte.a_changer ? { sorte: 'acces-refuse', detail: A_CHANGER } : { compte, acces: accesDe(compte) }
}

/** Lets a request of the API through to its route, by its token, or by the session of the browser that asks. */
export const garderApi = async (
  deps: Deps,
  c: Context<Env>,
  regle: Exclude<Regle, 'PUBLIC'> | null | undefined,
  next: Next,
) => {
  c.header('Vary', 'Accept, Accept-Encoding, Authorization, Cookie')
  const clair = lirePorteur(c.req.header('authorization'))
  const qui = clair === undefined ? await parSession(deps, c) : await parJeton(deps, c, clair)
  if ('motif' in qui) return repondreJetonRefuse(deps, c, qui.motif)
  if ('sorte' in qui) return repondreProbleme(c, qui)
  const lecteur = await poserLecteur(deps, c, qui.compte, qui.acces)
  if (regle === undefined) return next()
  await exigerRoute(c, lecteur, regle)
  return next()
}
