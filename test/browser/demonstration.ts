import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Role } from '../../server/acces/roles.ts'
import type { BaseEtat } from '../../server/state/etat.ts'
import { ouvrirDemonstration, SERVICE, TERRITOIRE } from '../demonstration.ts'
import { creerServeur, ouvrirPour } from '../server/aide.ts'
import { ouvrirSite, ouvrirVue, type SiteOuvert, type Vue } from './site.ts'

/** Making the demonstration takes minutes on a machine that does something else. */
const FABRICATION = 900_000

/** The demonstration behind a real port, for a file of tests; a function that opens its pages, role by role. */
export const servirDemonstration = () => {
  let site: SiteOuvert
  let etat: BaseEtat
  const temoins = new Map<Role, string>()
  let fermer = async (): Promise<void> => {}

  beforeAll(async () => {
    const demonstration = await ouvrirDemonstration()
    const serveur = await creerServeur(demonstration.base)
    etat = serveur.etat
    site = await ouvrirSite(serveur.app, serveur.fermer)
    fermer = async () => {
      await site.fermer()
      demonstration.fermer()
    }
  }, FABRICATION)
  afterAll(() => fermer())

  const ouvrir = async (role: Role, chemin: string, options: BrowserContextOptions = {}): Promise<Vue> => {
    const service = role === 'guichet' ? SERVICE : null
    const temoin = temoins.get(role) ?? (await ouvrirPour(etat, { role, territoires: [TERRITOIRE], service }))
    temoins.set(role, temoin)
    const contexte = await site.navigateur.newContext({ locale: 'fr-FR', ...options })
    const [name = '', value = ''] = temoin.split('=')
    await contexte.addCookies([{ name, value, url: site.adresse }])
    return ouvrirVue(contexte, `${site.adresse}${chemin}`)
  }
  return { ouvrir, etat: () => etat }
}
