import { onTestFinished } from 'vitest'
import type { Base } from '../../../ingest/store/base.ts'
import type { Role } from '../../../server/acces/roles.ts'
import { ouvrirSession } from '../../../server/auth/sessions.ts'
import { ajouterCompte } from '../../../server/state/comptes.ts'
import { texteDe } from '../../web/rendre.tsx'
import { adresse, creerServeur, poster } from '../aide.ts'

export interface Personnage {
  readonly role: Role
  readonly service?: string
  readonly territoires?: readonly string[]
  /** Always the same account, where it is said. */
  readonly courriel?: string
}

export const GESTIONNAIRE: Personnage = { role: 'gestionnaire' }

export const MESSAGE = 'Merci d’un plan d’actions.'

/** Where formal letters go, unless a test says otherwise. */
const ADRESSE = 'Hôtel de ville\n13998 Vaugrand'

/** The application, whose day is set, asked by anybody: a session is opened at each request, for days pass between two. */
export const preparerMesures = async (base: Base) => {
  let maintenant = new Date('2026-11-23T10:00:00')
  const { app, etat, fermer } = await creerServeur(base, { maintenant: () => maintenant })
  onTestFinished(() => fermer())
  const comptes = new Map<string, number>()

  const temoinDe = async ({ role, service, territoires = ['013'], ...reste }: Personnage): Promise<string> => {
    const courriel = reste.courriel ?? `${role}-${service ?? territoires.join('')}-${Math.random()}@exemple.fr`
    const id =
      comptes.get(courriel) ??
      (await ajouterCompte(
        etat,
        {
          courriel,
          nom: `Essai ${role}`,
          role,
          territoires,
          service: service ?? null,
          motDePasse: null,
          aChanger: false,
          provisoireJusquA: null,
        },
        '2026-11-23 09:00:00',
        'essai',
      ))
    comptes.set(courriel, id)
    return `session=${await ouvrirSession(etat, id, 'OUVERTE', 'MOT_DE_PASSE', maintenant)}`
  }

  /** Sends a document with what it is. */
  const joindre = async (qui: Personnage, id: string, fichier: File | null, titre = 'Compte rendu de visite') => {
    const envoi = new FormData()
    envoi.append('titre', titre)
    if (fichier !== null) envoi.append('fichier', fichier)
    const headers = { cookie: await temoinDe(qui), origin: new URL(adresse('/')).origin }
    const reponse = await app.request(adresse(`/mesures/${id}/documents`), { method: 'POST', body: envoi, headers })
    const refus = /id="refus">.*?<strong>(.*?)<\/strong>/s.exec(await reponse.text())?.[1]
    return { statut: reponse.status, refus: refus === undefined ? null : texteDe(refus) }
  }

  const demander = async (qui: Personnage, chemin: string, champs?: Readonly<Record<string, string>>) => {
    const init = champs === undefined ? {} : poster(champs)
    const headers = { ...(init.headers as Record<string, string>), cookie: await temoinDe(qui) }
    return app.request(adresse(chemin), { ...init, headers })
  }

  /** The text of a page, and its status. */
  const lire = async (qui: Personnage, chemin: string) => {
    const reponse = await demander(qui, chemin)
    return { statut: reponse.status, texte: texteDe(await reponse.text()) }
  }

  /** Opens a measure for a line; gives its number. */
  const ouvrir = async (service: string, ligne: string, texte = MESSAGE): Promise<string> => {
    const reponse = await demander(GESTIONNAIRE, '/mesures', { service, ligne, texte })
    const id = /^\/mesures\/(\d+)\?/.exec(reponse.headers.get('location') ?? '')?.[1]
    if (id === undefined) throw new Error(`${reponse.status} ${texteDe(await reponse.text()).slice(0, 2000)}`)
    return id
  }

  /** Does an act; gives the status, and the sentence of the refusal. */
  const agir = async (qui: Personnage, id: string, acte: string, champs: Readonly<Record<string, string>> = {}) => {
    const reponse = await demander(qui, `/mesures/${id}`, { acte, adresse: ADRESSE, ...champs })
    const refus = /id="refus">.*?<strong>(.*?)<\/strong>/s.exec(await reponse.text())?.[1]
    return { statut: reponse.status, refus: refus === undefined ? null : texteDe(refus) }
  }

  const au = (jour: string): void => {
    maintenant = new Date(`${jour}T10:00:00`)
  }

  return { app, etat, joindre, demander, lire, ouvrir, agir, au, maintenant: () => maintenant }
}
