import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { departement } from '../web/fixtures.ts'
import { launchBrowser, type Site, serve } from '../web/navigateur.ts'
import { guichet, indicateur } from '../web/pages.tsx'
import { rendre } from '../web/rendre.tsx'

const INDICATEUR = 'indicateurs/forcages'
const CHOISI = 'C003X'
const GUICHET = `guichets/${CHOISI}`
const NOTE = {
  id: 1,
  lettre: 'A',
  texte: 'Formation des agents',
  du: enJour('2025-06-05'),
  au: null,
  recalcule: true,
  indicateur: null,
  duTerritoire: false,
  par: 'Camille Martin',
  le: enJour('2026-01-12'),
}

let navigateur: Browser
let site: Site

beforeAll(async () => {
  const d = departement(40)
  const pages = new Map([
    [INDICATEUR, await rendre(indicateur(d, 'forcages'))],
    [`${INDICATEUR}?guichet=${CHOISI}`, await rendre(indicateur(d, 'forcages', { guichet: CHOISI }))],
    [GUICHET, await rendre(guichet(d, CHOISI, { annotations: [NOTE] }))],
  ])
  site = await serve(pages)
  navigateur = await launchBrowser()
})

afterAll(async () => {
  await navigateur.close()
  site.serveur.close()
})

const LARGE = { viewport: { width: 1280, height: 900 } }

const regarder = async (
  chemin: string,
  options: BrowserContextOptions,
  regard: (page: Page) => Promise<void>,
): Promise<void> => {
  const contexte = await navigateur.newContext({ locale: 'fr-FR', ...options })
  const page = await contexte.newPage()
  const plaintes: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('404')) plaintes.push(message.text())
  })
  page.on('pageerror', (erreur) => plaintes.push(erreur.message))
  await page.goto(`${site.adresse}/${chemin}`)
  await regard(page)
  expect(plaintes).toEqual([])
  await contexte.close()
}

const points = (page: Page) => page.locator('.chart-w .cibles a:visible')

describe('un point d’un graphique', () => {
  it('se nomme au survol : qui, combien, sur combien, et où il mène', () =>
    regarder(INDICATEUR, LARGE, async (page) => {
      const point = points(page).first()
      await point.scrollIntoViewIfNeeded()
      const cercle = await point.locator('circle').boundingBox()
      expect(cercle?.width).toBeGreaterThanOrEqual(24)
      if (cercle) await page.mouse.move(cercle.x + cercle.width / 2, cercle.y + cercle.height / 2)
      const bulle = page.getByRole('tooltip')
      await bulle.waitFor()
      const texte = (await bulle.innerText()).replace(/[\u00a0\u202f]/g, ' ')
      expect(texte).toMatch(/^.+\n[\d,]+ % \(\d[\d ]* sur \d[\d ]*\)\nintervalle à 95 % : /)
      expect(texte).toContain('Ouvrir la fiche du guichet')
      await page.mouse.move(5, 5)
      await bulle.waitFor({ state: 'hidden' })
    }))

  it('se suit d’un clic', () =>
    regarder(INDICATEUR, LARGE, async (page) => {
      const cercle = await points(page).first().locator('circle').boundingBox()
      await page.mouse.click((cercle?.x ?? 0) + 12, (cercle?.y ?? 0) + 12)
      await page.waitForURL(/\/guichets\/[A-Z]\d{3}X\?/)
    }))

  it('s’atteint au clavier : un arrêt par dessin, les flèches d’un point à l’autre, Échap ferme', () =>
    regarder(INDICATEUR, LARGE, async (page) => {
      const dessin = page.locator('.chart-w .plot').first()
      expect(await dessin.locator('[tabindex="0"]').count()).toBe(1)
      await dessin.locator('[tabindex="0"]').focus()
      const bulle = page.getByRole('tooltip')
      const avant = await bulle.innerText()
      await page.keyboard.press('ArrowLeft')
      expect(await bulle.innerText()).not.toBe(avant)
      await page.keyboard.press('Escape')
      expect(await bulle.isVisible()).toBe(false)
      await page.keyboard.press('Home')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/guichets\/[A-Z]\d{3}X\?/)
    }))

  it('sans script, garde son nom et son lien', () =>
    regarder(INDICATEUR, { ...LARGE, javaScriptEnabled: false }, async (page) => {
      expect(await points(page).first().getAttribute('href')).toMatch(/^\/guichets\/[A-Z]\d{3}X\?/)
      expect(await page.locator('.cibles title').first().textContent()).toContain('sur')
      await page.locator('#avant').selectOption(CHOISI)
      await page.getByRole('form', { name: 'Guichet mis en avant' }).getByRole('button').click()
      await page.waitForURL(new RegExp(`guichet=${CHOISI}`))
      expect(await page.locator('tr.avant').count()).toBe(1)
    }))
})

describe('un guichet mis en avant', () => {
  it('l’est dans chaque dessin et dans le tableau, sans recharger la page, et l’adresse le garde', () =>
    regarder(INDICATEUR, LARGE, async (page) => {
      await page.evaluate('window.temoin = true')
      await page.locator('#avant').focus()
      await page.locator('#avant').selectOption(CHOISI)
      await page.waitForURL(new RegExp(`guichet=${CHOISI}`))
      await page.locator('tr.avant').waitFor()
      expect(await page.evaluate('window.temoin')).toBe(true)
      expect(await page.evaluate('document.activeElement.id')).toBe('avant')
      expect(await page.locator('.chart-w .cibles.choisie:visible').count()).toBe(2)
      await page.goBack()
      await page.locator('tr.avant').waitFor({ state: 'detached' })
      expect(await page.evaluate('window.temoin')).toBe(true)
      expect(page.url()).not.toContain('guichet=')
    }))
})

describe('un graphique', () => {
  it.each(['SVG', 'PNG', 'CSV'])('s’emporte en %s', (forme) =>
    regarder(INDICATEUR, LARGE, async (page) => {
      const attente = page.waitForEvent('download')
      await page
        .getByRole('button', { name: new RegExp(`^${forme}`) })
        .first()
        .click()
      const fichier = await attente
      expect(fichier.suggestedFilename()).toMatch(new RegExp(`^[a-z0-9-]+\\.${forme.toLowerCase()}$`))
      const contenu = readFileSync(await fichier.path())
      if (forme === 'PNG') expect(contenu.subarray(1, 4).toString()).toBe('PNG')
      if (forme === 'PNG') expect(contenu.length).toBeGreaterThan(5_000)
      if (forme === 'SVG') {
        const svg = contenu.toString('utf8')
        expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
        expect(svg).not.toContain('var(--')
        expect(svg).toContain('Source')
      }
      if (forme === 'CSV') expect(contenu.toString('utf8')).toMatch(/^\ufeffGuichet;Effectif;Valeur;/)
    }),
  )

  it('porte la note A, et chaque petit dessin nomme ses mois', () =>
    regarder(GUICHET, LARGE, async (page) => {
      expect(await page.locator('#notes').count()).toBe(1)
      expect(await page.locator('.mini .plot text', { hasText: /^A$/ }).count()).toBeGreaterThan(5)
      const mini = page.locator('.mini .plot').first()
      await mini.scrollIntoViewIfNeeded()
      await mini.hover()
      expect(await page.getByRole('tooltip').innerText()).toMatch(/^[A-ZÉ].* 20\d\d\n/)
    }))

  it.each([INDICATEUR, `${INDICATEUR}?guichet=${CHOISI}`, GUICHET])('%s est sans défaut pour axe', (chemin) =>
    regarder(chemin, LARGE, async (page) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
    }),
  )
})
