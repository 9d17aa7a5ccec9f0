import type { Context } from 'hono'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'

/** What the API answers in the place of what was asked, by the name that a program reads. */
export const PROBLEMES = {
  'parametre-invalide': { status: 400, title: 'Un paramètre de l’adresse ne convient pas' },
  'authentification-necessaire': { status: 401, title: 'Un jeton valable est nécessaire' },
  'acces-refuse': { status: 403, title: 'Ce jeton, ou ce compte, n’ouvre pas cette réponse' },
  introuvable: { status: 404, title: 'Il n’y a rien à cette adresse' },
  expire: { status: 410, title: 'Ce qui se lisait à cette adresse ne se lit plus' },
  'methode-refusee': { status: 405, title: 'L’API se lit seulement' },
  'forme-refusee': { status: 406, title: 'La réponse n’existe pas sous cette forme' },
  'trop-de-refus': { status: 429, title: 'Trop de jetons refusés depuis cette adresse' },
  'erreur-interne': { status: 500, title: 'La réponse n’a pas pu être faite' },
} as const

export type SorteDeProbleme = keyof typeof PROBLEMES

/** The page that tells each kind. */
const PAGE = '/api'

export interface Probleme {
  readonly sorte: SorteDeProbleme
  /** What happened this time, and what to do. */
  readonly detail: string
  /** The reference that the log keeps. */
  readonly reference?: string
}

/** Answers a problem as RFC 9457 says it. */
export const repondreProbleme = (c: Context, { sorte, detail, reference }: Probleme): Response => {
  const { status, title } = PROBLEMES[sorte]
  c.header('Content-Type', 'application/problem+json')
  c.header('Cache-Control', 'no-store')
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="Infocentre"')
  if (status === 405) c.header('Allow', 'GET, HEAD')
  const instance = reference === undefined ? {} : { instance: `urn:infocentre:reference:${reference}` }
  return c.body(JSON.stringify({ type: `${PAGE}#${sorte}`, title, status, detail, ...instance }), status)
}

/** A request that cannot be answered, said in one sentence. */
export class DemandeImpossible extends ErreurInfocentre {
  readonly sorte: SorteDeProbleme

  constructor(sorte: SorteDeProbleme, phrase: string) {
    super('DEMANDE_IMPOSSIBLE', phrase, { sorte })
    this.sorte = sorte
  }
}

export const introuvable = (phrase: string): DemandeImpossible => new DemandeImpossible('introuvable', phrase)
