import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAtelier } from '../../web/charts/atelier.ts'
import { drawComparaison } from '../../web/charts/comparaison.ts'
import type { OptionsRedessin } from '../../web/charts/redessin.ts'
import { dessinables } from '../../web/modeles/comparaison.ts'
import { comparaisonMontree } from '../../web/modeles/comparaison-montree.ts'
import { pointCompare } from '../../web/modeles/points-compares.ts'
import { sortCompares } from '../../web/modeles/tri-comparaison.ts'
import { contexteDe, departement } from '../web/fixtures.ts'
import { launchBrowser, type Site, serve } from '../web/navigateur.ts'
import { indicateur, sourcesComparaison } from '../web/pages.tsx'
import { pointsDe } from '../web/points.ts'
import { rendre } from '../web/rendre.tsx'

const d = departement(40)
const CODES = ['forcages', 'delai_attribution'] as const

let navigateur: Browser
let site: Site

beforeAll(async () => {
  const pages = new Map<string, string>()
  for (const code of CODES) pages.set(`indicateurs/${code}`, await rendre(indicateur(d, code)))
  site = await serve(pages)
  navigateur = await launchBrowser()
})

afterAll(async () => {
  await navigateur.close()
  site.serveur.close()
})

const contexte = (code: string) => contexteDe(`/indicateurs/${code}`)

interface Vue {
  readonly page: Page
  readonly plaintes: string[]
  readonly demandes: string[]
}

const ouvrir = async (code: string, width: number): Promise<Vue> => {
  // On a fine screen, where the library draws between no two pixels: as on the server.
  const page = await navigateur.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: 2 })
  const [plaintes, demandes]: [string[], string[]] = [[], []]
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) plaintes.push(message.text())
  })
  page.on('pageerror', (erreur) => plaintes.push(erreur.message))
  page.on('request', (requete) => demandes.push(new URL(requete.url()).pathname))
  await page.route('**/favicon*', (route) => route.fulfill({ status: 204 }))
  const body = await pointsDe(d, code)
  await page.route('**/comparaison.arrow*', (route) => route.fulfill({ body, contentType: 'application/octet-stream' }))
  await page.goto(`${site.adresse}/indicateurs/${code}`)
  return { page, plaintes, demandes }
}

const COMPARAISON = 'figure[data-lignes]'
const largeurDe = (page: Page) =>
  page
    .locator(`${COMPARAISON} .chart-w .plot`)
    .evaluate((svg) => (svg as unknown as SVGSVGElement).viewBox.baseVal.width)
const placeDe = (page: Page) => page.locator(`${COMPARAISON} .chart-body`).evaluate((e) => e.clientWidth)

const attendreRefait = async (page: Page): Promise<number> => {
  await expect.poll(async () => Math.abs((await largeurDe(page)) - (await placeDe(page)))).toBeLessThanOrEqual(1)
  return largeurDe(page)
}

/** The drawing as text, but for what the script adds for the keyboard, and the way a document writes a space. */
const enTexte = (html: string): string =>
  html.replace(/&nbsp;/g, '\u00a0').replace(/ tabindex="[^"]*"| aria-label="[^"]*"| role="[^"]*"/g, '')

describe('une comparaison dessinée par le navigateur', () => {
  it.each(CODES)('est, à la même largeur, celle que le serveur dessine (%s)', async (code) => {
    const { page, plaintes } = await ouvrir(code, 900)
    const largeur = await attendreRefait(page)
    expect(largeur).toBe(await placeDe(page))
    expect(largeur).not.toBe(813)
    const options: OptionsRedessin = JSON.parse((await page.locator(COMPARAISON).getAttribute('data-options')) ?? '')
    const { fiche, ...sources } = sourcesComparaison(d, code)
    const { dessines, surDouzeMois } = comparaisonMontree(contexte(code), { fiche, ...sources })
    const siens = sortCompares(dessinables(dessines), 'valeur').filter(
      ({ categorie }) => categorie === options.categorie,
    )
    const points = siens.map((compare) =>
      pointCompare({ contexte: contexte(code), fiche, choisi: null, surDouzeMois }, compare),
    )
    expect(points.length).toBeGreaterThan(2)
    const { large } = drawComparaison(await openAtelier(), {
      ...{ dispersion: null, seuil: null },
      ...options,
      points,
      largeur,
    })
    const vu = await page.locator(`${COMPARAISON} .chart-w .plot`).evaluate((svg) => {
      // The script took the titles to say them itself: each is put back.
      for (const cible of svg.querySelectorAll<SVGElement>('[data-dit]')) {
        const titre = document.createElementNS('http://www.w3.org/2000/svg', 'title')
        titre.textContent = cible.dataset.dit ?? ''
        cible.append(titre)
        cible.removeAttribute('data-dit')
      }
      return svg.outerHTML
    })
    expect(enTexte(vu)).toBe(enTexte(large))
    expect(plaintes).toEqual([])
    await page.close()
  })

  it('n’est pas refaite, et rien n’est demandé, là où celle du serveur a sa largeur', async () => {
    const { page, demandes } = await ouvrir('forcages', 1280)
    await page.waitForLoadState('networkidle')
    expect(await largeurDe(page)).toBe(813)
    expect(demandes.filter((chemin) => /arrow|dessinateur/.test(chemin))).toEqual([])
    await page.close()
  })

  it('s’agrandit à toute la page, et revient', async () => {
    const { page, plaintes } = await ouvrir('forcages', 1280)
    const avant = await largeurDe(page)
    const bouton = page.getByRole('button', { name: 'Agrandir' })
    await bouton.focus()
    await page.keyboard.press('Enter')
    const apres = await attendreRefait(page)
    expect(apres).toBeGreaterThan(avant + 200)
    expect(await bouton.getAttribute('aria-pressed')).toBe('true')
    await page.locator(`${COMPARAISON} .chart-w [tabindex="0"]`).focus()
    expect(await page.getByRole('tooltip').innerText()).toContain('Ouvrir la fiche du guichet')
    await bouton.click()
    await expect.poll(() => largeurDe(page)).toBe(avant)
    expect(plaintes).toEqual([])
    await page.close()
  })

  it('reste celle du serveur quand ses points ne peuvent être lus', async () => {
    const page = await navigateur.newPage({ viewport: { width: 900, height: 900 } })
    await page.route('**/comparaison.arrow*', (route) => route.fulfill({ status: 500, body: 'panne' }))
    await page.goto(`${site.adresse}/indicateurs/forcages`)
    await page.waitForResponse(/comparaison\.arrow/)
    expect(await largeurDe(page)).toBe(813)
    expect(await page.locator(`${COMPARAISON} .chart-w .cibles a`).count()).toBeGreaterThan(2)
    await page.close()
  })
})
