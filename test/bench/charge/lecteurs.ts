import { dossierDe } from '../../../ingest/store/dossier.ts'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import { ouvrirSession } from '../../../server/auth/sessions.ts'
import { instantDe } from '../../../server/horloge.ts'
import { menuDe } from '../../../server/pages/adresses.ts'
import { ajouterCompte } from '../../../server/state/comptes.ts'
import { avecEtat, type BaseEtat } from '../../../server/state/etat.ts'
import { lien, lienGuichet, lienIndicateur } from '../../../web/liens.ts'
import { type Monde, TERRITOIRE } from './remplir.ts'

/** Somebody signed in, and the pages of their menu: a page of several is one of them at random each time. */
export interface Lecteur {
  readonly role: Role
  readonly temoin: string
  readonly menu: readonly (readonly string[])[]
}

type Gens = Pick<Monde, 'guichets' | 'indicateurs' | 'mois'> & { readonly personnes: number }

/** The pages of a role's menus, with a guichet's and an indicator's, as links name them; the first is asked for alone. */
const pagesDe = (role: Role, siens: readonly string[], { indicateurs, mois }: Gens): (readonly string[])[] => {
  const montre = { territoire: TERRITOIRE, mois }
  const menu = menuDe(role)
  const guichets = menu.includes('/guichets') ? siens.map((code) => lienGuichet(montre, code)) : []
  const desIndicateurs = menu.includes('/indicateurs') ? indicateurs.map((code) => lienIndicateur(montre, code)) : []
  const pages = menu.map((chemin) => [chemin === '/' ? chemin : lien(montre, chemin)])
  return [...pages, guichets, desIndicateurs].filter((choix) => choix.length > 0)
}

const ouvrir = async (etat: BaseEtat, rang: number, gens: Gens): Promise<Lecteur> => {
  const { guichets } = gens
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
  return { role, temoin, menu: pagesDe(role, siens, gens) }
}

/** Signs people in, every role in turn. */
export const ouvrirLecteurs = (base: string, gens: Gens): Promise<Lecteur[]> =>
  avecEtat(dossierDe(base), async (etat) => {
    const lecteurs: Lecteur[] = []
    for (let rang = 0; rang < gens.personnes; rang++) lecteurs.push(await ouvrir(etat, rang, gens))
    return lecteurs
  })
