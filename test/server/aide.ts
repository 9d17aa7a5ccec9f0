import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Base } from '../../ingest/store/base.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import type { Role } from '../../server/acces/roles.ts'
import { createAnnonces } from '../../server/annonces.ts'
import { createApp } from '../../server/app.tsx'
import { createLimite } from '../../server/auth/limite.ts'
import { ouvrirSession } from '../../server/auth/sessions.ts'
import { createBoite } from '../../server/courrier/boite.ts'
import type { Deps } from '../../server/deps.ts'
import { createDepots } from '../../server/services/depots.ts'
import { createExpedition } from '../../server/services/expedier.ts'
import { OUVERTURES_REFUSEES, PERIODE_OUVERTURES } from '../../server/services/ouverture.ts'
import { ajouterCompte } from '../../server/state/comptes.ts'
import { type BaseEtat, openEtat } from '../../server/state/etat.ts'

export const MAINTENANT = new Date('2026-11-23T10:00:00')

export const SECRET = { valeur: 'secret d’essai', fichier: '/nulle/part' }

/** Who a test signs in as. */
export interface Personne {
  readonly role?: Role
  readonly territoires?: readonly string[]
  readonly service?: string | null
  readonly courriel?: string
}

let rang = 0

/** Opens an account and a session for it, without its password; gives the cookie. */
export const ouvrirPour = async (
  etat: BaseEtat,
  { role = 'gestionnaire', territoires = [], service = null, courriel }: Personne,
): Promise<string> => {
  rang += 1
  const compte = {
    courriel: courriel ?? `${role}-${rang}@exemple.fr`,
    nom: `Essai ${role}`,
    role,
    territoires,
    service,
  }
  const secret = { motDePasse: null, aChanger: false, provisoireJusquA: null }
  const id = await ajouterCompte(etat, { ...compte, ...secret }, '2026-11-23 09:00:00', 'essai')
  return `session=${await ouvrirSession(etat, id, 'OUVERTE', 'MOT_DE_PASSE', MAINTENANT)}`
}

/** The application on an open base, without a port and before anybody signs in, and what it wrote in its journal. */
export const creerServeur = async (base: Base, reste: Partial<Deps> = {}) => {
  const journal: string[] = []
  const etat = await openEtat(base.dossier)
  const deps: Deps = {
    base,
    etat,
    secret: SECRET,
    version: 'essai',
    journal: pino({ level: 'info' }, { write: (ligne: string) => void journal.push(ligne) }),
    depots: createDepots((reference, cause) => void journal.push(`${reference} ${String(cause)}`)),
    site: { origine: null },
    fournisseur: null,
    tentatives: createLimite(30, 300_000),
    ouvertures: createLimite(OUVERTURES_REFUSEES, PERIODE_OUVERTURES),
    annonces: createAnnonces(),
    expedition: createExpedition({
      etat,
      courrier: createBoite(base.dossier.envois, null),
      journal: pino({ level: 'silent' }),
      maintenant: () => MAINTENANT,
    }),
    composants: false,
    maintenant: () => MAINTENANT,
    ...reste,
  }
  return { app: createApp(deps), deps, etat, journal, fermer: () => etat.destroy() }
}

const avecTemoin = (requete: Request, temoin: string): Request => {
  const headers = new Headers(requete.headers)
  headers.set('cookie', temoin)
  return new Request(requete, { headers })
}

/** The same, asked by somebody signed in: a gestionnaire of every territory loaded unless said otherwise. */
export const creerApplicationOuverte = async (base: Base, personne: Personne = {}, reste: Partial<Deps> = {}) => {
  const serveur = await creerServeur(base, reste)
  const charges = (await listInstantanes(base.connection)).map(({ territoire }) => territoire)
  const temoin = await ouvrirPour(serveur.etat, { territoires: [...new Set(['013', ...charges])], ...personne })
  const app = {
    request: async (adresse: string, init?: RequestInit) =>
      serveur.app.request(avecTemoin(new Request(adresse, init), temoin)),
    fetch: (requete: Request, env?: unknown) => serveur.app.fetch(avecTemoin(requete, temoin), env as object),
  }
  return { ...serveur, app, serveur: serveur.app, temoin }
}

/** The same, closed with the test. */
export const creerApplication = async (...tout: Parameters<typeof creerApplicationOuverte>) => {
  const ouverte = await creerApplicationOuverte(...tout)
  onTestFinished(() => ouverte.fermer())
  return ouverte
}

export const ADRESSE = 'http://127.0.0.1:3000'

/** A form sent by the application's own page. */
export const envoyer = (
  fichiers: Readonly<Record<string, Uint8Array | string>>,
  champs: Readonly<Record<string, string>> = {},
): RequestInit => {
  const corps = new FormData()
  for (const [nom, contenu] of Object.entries(fichiers)) corps.append('fichier', new File([contenu as BlobPart], nom))
  for (const [nom, valeur] of Object.entries(champs)) corps.append(nom, valeur)
  return { method: 'POST', body: corps, headers: { origin: ADRESSE } }
}

/** A form without files, as a browser sends it. */
export const poster = (champs: Readonly<Record<string, string>>, origine: string = ADRESSE): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(champs),
  headers: { origin: origine, 'content-type': 'application/x-www-form-urlencoded' },
})

/** The page that a form leads to once it has done what it asked; the answer itself where it leads nowhere. */
export const suivre = async (
  app: { request(adresse: string): Response | Promise<Response> },
  reponse: Response,
): Promise<Response> => {
  const suite = reponse.status === 303 ? reponse.headers.get('location') : null
  return suite === null ? reponse : app.request(adresse(suite))
}

export const adresse = (chemin: string): string => `${ADRESSE}${chemin}`
