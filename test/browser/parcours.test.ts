import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import { generer } from '../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../metrics/seuils.ts'
import { openInstallation } from '../../server/installation.ts'
import { chargerInstantane } from '../../server/services/charger.ts'
import { chercherDoublons } from '../../server/services/doublons.ts'
import { OPTIONS } from '../base.ts'
import { creerApplicationOuverte } from '../server/aide.ts'
import { ouvrirSite, ouvrirVue, type SiteOuvert, type Vue } from './site.ts'

let base: Base
let site: SiteOuvert
const dossier = mkdtempSync(join(tmpdir(), 'infocentre-parcours-'))

beforeAll(async () => {
  const { instantanes } = await generer({
    dossier,
    territoire: '013',
    demandes: 1_500,
    mois: 5,
    fin: enJour('2026-10-31'),
    graine: 3,
    seuilsEn,
  })
  base = await openInstallation(join(dossier, 'base'))
  for (const instantane of instantanes) await chargerInstantane(base, instantane.dossier, OPTIONS)
  await chercherDoublons(base, '013', OPTIONS)
  const { app, fermer } = await creerApplicationOuverte(base)
  site = await ouvrirSite(app, fermer)
}, 300_000)

afterAll(async () => {
  await site?.fermer()
  base?.close()
  rmSync(dossier, { recursive: true, force: true })
})

const ouvrir = async (chemin: string, options: BrowserContextOptions): Promise<Vue> =>
  ouvrirVue(await site.navigateur.newContext({ locale: 'fr-FR', ...options }), `${site.adresse}${chemin}`)

const PAGES = [
  '/',
  '/guichets',
  '/indicateurs',
  '/indicateurs/forcages',
  '/indicateurs/delai_attribution',
  '/doublons',
  '/doublons/1',
  '/forcages',
  '/demarches',
  '/demarches/nouvelle/radiation',
  '/imports',
  '/nimporte',
]
const LARGE = { viewport: { width: 1280, height: 900 } }
const ETROIT = { viewport: { width: 360, height: 800 } }

describe('dans un navigateur', () => {
  it.each(PAGES)('%s s’affiche sans plainte, sans déborder, large et étroit, clair et sombre', async (chemin) => {
    for (const taille of [LARGE, ETROIT])
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, plaintes, fermer } = await ouvrir(chemin, { ...taille, colorScheme })
        const deborde = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        const introuvable = chemin === '/nimporte' ? 1 : 0
        expect([chemin, taille.viewport.width, colorScheme, deborde, plaintes.length]).toEqual([
          chemin,
          taille.viewport.width,
          colorScheme,
          0,
          introuvable,
        ])
        await fermer()
      }
  })

  it.each(PAGES)('%s n’a aucun défaut d’accessibilité que sache voir axe', async (chemin) => {
    const { page, fermer } = await ouvrir(chemin, LARGE)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
    await fermer()
  })

  it('du tableau de bord à un guichet, puis au mois précédent : l’adresse garde où l’on est', async () => {
    const { page, fermer } = await ouvrir('/guichets', LARGE)
    await page.locator('a[href^="/guichets/"]').first().click()
    expect(page.url()).toMatch(/\/guichets\/[0-9A-Z]{5}\?.*mois=2026-10/)
    const titre = await page.locator('h1').innerText()
    await page
      .getByRole('link', { name: /précédent/i })
      .first()
      .click()
    expect(page.url()).toMatch(/mois=2026-09/)
    expect(await page.locator('h1').innerText()).toBe(titre)
    await fermer()
  })

  it('sans script, tout se lit et se filtre', async () => {
    const { page, fermer } = await ouvrir('/guichets?categorie=COMMUNE', { ...LARGE, javaScriptEnabled: false })
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(3)
    await fermer()
  })
})
