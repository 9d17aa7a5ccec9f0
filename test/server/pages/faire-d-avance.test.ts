import { describe, expect, it } from 'vitest'
import { createApp } from '../../../server/app.tsx'
import { oublier } from '../../../server/lecture/memoire.ts'
import { createFaiseurDAvance } from '../../../server/pages/faire-d-avance.ts'
import { createPagesGardees, type PagesGardees } from '../../../server/pages/pages-gardees.ts'
import { GUICHETS, preparerDeuxTerritoires } from '../acces/deux-territoires.ts'
import { creerServeur, ouvrirPour } from '../aide.ts'
import { demander } from './scene.ts'

const deux = preparerDeuxTerritoires()

const SERVICE = GUICHETS['013'][0].code
const PERSONNES = [
  { role: 'gestionnaire', territoires: ['013'] },
  { role: 'prefet', territoires: ['059'] },
  { role: 'guichet', territoires: ['013'], service: SERVICE },
] as const

/** The application, with what makes its pages ahead, and a person of each of a few scopes. */
const ouvrir = async (octetsMax?: number) => {
  const { base } = deux()
  const { etat, deps, fermer } = await creerServeur(base)
  const pages: PagesGardees = createPagesGardees(deps, octetsMax)
  const app = createApp(deps, pages)
  const temoins = await Promise.all(PERSONNES.map((personne) => ouvrirPour(etat, personne)))
  const vues = async () =>
    (await etat.selectFrom('journal').select('action').where('action', '=', 'CONSULTATION').execute()).length
  return { base, app, pages, temoins, vues, fermer, deps, dAvance: createFaiseurDAvance(deps, pages) }
}

const suite = (territoire: string) => `?territoire=${territoire}&mois=2026-10`
const ATTENDUES = [
  [0, '/'],
  [0, `/guichets${suite('013')}`],
  [0, `/forcages${suite('013')}`],
  [0, `/indicateurs/forcages${suite('013')}`],
  [0, `/guichets/AAAAA${suite('013')}`],
  [1, `/attributions${suite('059')}`],
  [2, '/'],
  [2, `/guichets/AAAAA${suite('013')}`],
] as const

describe('les pages faites d’avance', () => {
  it('sont là avant qu’on les demande, celles que chacun recevrait seul, sans que personne n’ait rien vu', async () => {
    const { app, pages, temoins, vues, fermer, dAvance, deps } = await ouvrir()
    const avant = await vues()
    await dAvance.faire()
    expect([await vues(), pages.octets > 0]).toEqual([avant, true])
    const { octets } = pages
    for (const [qui, page] of ATTENDUES) {
      const recue = await (await demander({ app }, temoins[qui] ?? '', page)).text()
      const seule = await (await demander({ app: createApp(deps) }, temoins[qui] ?? '', page)).text()
      expect([page, recue === seule, pages.octets - octets]).toEqual([page, true, 0])
    }
    await fermer()
  })

  it('ne prennent que la moitié de la place', async () => {
    const { pages, fermer, dAvance } = await ouvrir(200_000)
    await dAvance.faire()
    expect(pages.octets).toBeGreaterThan(100_000)
    expect(pages.octets).toBeLessThan(150_000)
    await fermer()
  })

  it('s’oublient dès que la base change, et s’arrêtent quand on le demande', async () => {
    const { base, pages, fermer, dAvance } = await ouvrir()
    await dAvance.faire()
    oublier(base)
    expect(pages.octets).toBe(0)
    const encore = dAvance.faire()
    await dAvance.arreter()
    await encore
    await dAvance.faire()
    expect(pages.octets).toBe(0)
    await fermer()
  })
})
