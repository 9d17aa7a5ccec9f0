import { dossierDe } from '../../../ingest/store/dossier.ts'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import { PUBLIC, TABLE } from '../../../server/acces/table.ts'
import { ouvrirSession } from '../../../server/auth/sessions.ts'
import { instantDe } from '../../../server/horloge.ts'
import { ajouterCompte } from '../../../server/state/comptes.ts'
import { avecEtat, type BaseEtat } from '../../../server/state/etat.ts'
import { TERRITOIRE } from './remplir.ts'

/** Somebody signed in, and the pages of their menu: a page of several is one of them at random each time. */
export interface Lecteur {
  readonly role: Role
  readonly temoin: string
  readonly menu: readonly (readonly string[])[]
}

interface Monde {
  readonly personnes: number
  readonly guichets: readonly { readonly code: string; readonly service: string }[]
  readonly indicateurs: readonly string[]
}

/** The menu's pages, as the table of accesses knows them. */
const MENU = [
  '/',
  '/guichets',
  '/guichets/:code',
  '/indicateurs',
  '/indicateurs/:code',
  '/attributions',
  '/doublons',
  '/forcages',
  '/signalements',
  '/imports',
  '/comptes',
  '/journal',
  '/parametres',
]

const peut = (role: Role, page: string): boolean => {
  const regle = TABLE[`GET ${page}`]
  return regle !== undefined && regle !== PUBLIC && regle.includes(role)
}

const menuDe = (role: Role, siens: readonly string[], indicateurs: readonly string[]) =>
  MENU.filter((page) => peut(role, page)).map((page) => {
    if (page === '/guichets/:code') return siens.map((code) => `/guichets/${code}`)
    return page === '/indicateurs/:code' ? indicateurs.map((code) => `/indicateurs/${code}`) : [page]
  })

const ouvrir = async (etat: BaseEtat, rang: number, { guichets, indicateurs }: Monde): Promise<Lecteur> => {
  const role = ROLES[rang % ROLES.length] ?? 'gestionnaire'
  const service = role === 'guichet' ? (guichets[(rang * 7) % guichets.length]?.service ?? null) : null
  const maintenant = new Date()
  const compte = { courriel: `${role}-${rang}@exemple.fr`, nom: `${role} ${rang}`, role, service }
  const secret = { motDePasse: null, aChanger: false, provisoireJusquA: null }
  const id = await ajouterCompte(
    etat,
    { ...compte, ...secret, territoires: [TERRITOIRE] },
    instantDe(maintenant),
    'mesure',
  )
  const siens = guichets.filter((guichet) => service === null || guichet.service === service).map(({ code }) => code)
  const temoin = `session=${await ouvrirSession(etat, id, 'OUVERTE', 'MOT_DE_PASSE', maintenant)}`
  return { role, temoin, menu: menuDe(role, siens, indicateurs) }
}

/** Signs people in, every role in turn. */
export const ouvrirLecteurs = (base: string, monde: Monde): Promise<Lecteur[]> =>
  avecEtat(dossierDe(base), async (etat) => {
    const lecteurs: Lecteur[] = []
    for (let rang = 0; rang < monde.personnes; rang++) lecteurs.push(await ouvrir(etat, rang, monde))
    return lecteurs
  })
