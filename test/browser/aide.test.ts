import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { preparerDepartement } from '../server/acces/departement.ts'
import { creerApplicationOuverte } from '../server/aide.ts'
import { ouvrirSite, type SiteOuvert } from './site.ts'

const departement = preparerDepartement()

let site: SiteOuvert

beforeAll(async () => {
  const { app, fermer } = await creerApplicationOuverte(departement().base, {}, { composants: true })
  site = await ouvrirSite(app, fermer)
})

afterAll(async () => {
  await site?.fermer()
})

/** What helps to read, and the pages that no other test shows to axe. */
const PAGES = [
  ...['/aide', '/aide?role=guichet', '/methode', '/accessibilite'],
  ...[
    '/changement',
    '/territoires',
    '/tableaux',
    '/tableaux/TAB01-01',
    '/recherche?q=doublon',
    '/parametres',
    '/composants',
  ],
  '/dossiers?indicateur=enregistrements&niveau=TERRITOIRE&entite=013',
]

const ouvrir = async (chemin: string, options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
  const contexte = await site.navigateur.newContext({ locale: 'fr-FR', ...options })
  const page = await contexte.newPage()
  expect([chemin, (await page.goto(`${site.adresse}${chemin}`))?.status()]).toEqual([chemin, 200])
  return page
}

/** What has the focus, as a person names it. */
const focus = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent.trim()')

describe('l’aide, la méthode et la déclaration, dans un navigateur', () => {
  it.each(PAGES)('%s : axe ne trouve rien, et rien ne déborde à 320 pixels', async (chemin) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'dark'],
    ] as const) {
      const page = await ouvrir(chemin, { viewport: { width, height: 900 }, colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
      await page.context().close()
    }
  })

  it('au clavier seul : le lien d’évitement d’abord, puis les guides et les tâches, jusqu’à celle qu’on choisit', async () => {
    const page = await ouvrir('/aide', { viewport: { width: 1280, height: 900 } })
    await page.keyboard.press('Tab')
    expect(await focus(page)).toBe('Aller au contenu')
    await page.keyboard.press('Enter')
    const parcourus: string[] = []
    for (let pas = 0; pas < 10; pas++) {
      await page.keyboard.press('Tab')
      parcourus.push(await focus(page))
    }
    expect(parcourus.slice(0, 3)).toEqual(['Accueil', 'Gestionnaire, le vôtre', 'Guichet'])
    expect(parcourus).toContain('Charger l’extraction du mois')
    expect(await page.locator(':focus-visible').count()).toBe(1)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).not.toBe('')
    await page.context().close()
  })

  it('chaque image du guide est servie, à la taille que la page lui garde', async () => {
    const page = await ouvrir('/aide', { viewport: { width: 1280, height: 900 } })
    const images: { reelle: number; gardee: number; alt: string }[] = await page.evaluate(`
      Promise.all([...document.images].map(async (image) => {
        image.loading = 'eager'
        await image.decode()
        const gardee = image.getAttribute('width') / image.getAttribute('height')
        return { reelle: image.naturalWidth / image.naturalHeight, gardee, alt: image.alt }
      }))`)
    expect(images.length).toBeGreaterThan(4)
    for (const { reelle, gardee, alt } of images) {
      expect([alt, reelle.toFixed(2)]).toEqual([alt, gardee.toFixed(2)])
      expect(alt.length).toBeGreaterThan(40)
    }
    await page.context().close()
  })
})
