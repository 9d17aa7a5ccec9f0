import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { departement } from './fixtures.ts'
import { launchBrowser, type Site, serve } from './navigateur.ts'
import { listPages } from './pages.tsx'
import { pointsDe } from './points.ts'
import { rendre } from './rendre.tsx'

/** Pages made of the same elements as another. */
const VARIANTES = new Set([
  'guichets-muet',
  'guichet-calme',
  'guichet-muet',
  'indicateur-muet',
  'indicateur-nombre',
  'mois-en-cours',
])

/** Guichets of the pages looked at, and of those that axe reads. */
const [GRAND, PETIT] = [60, 16]

/** Windows that pages are looked at in, the widest first. */
const LARGEURS = [1600, 1280, 768, 360, 320] as const

/** Charts that the browser draws again. */
const DESSINS = 'figure[data-lignes]'

let navigateur: Browser
let site: Site
let noms: string[]

beforeAll(async () => {
  const pages = new Map<string, string>()
  for (const [nom, page] of Object.entries(listPages(departement(GRAND)))) pages.set(nom, await rendre(page))
  for (const [nom, page] of Object.entries(listPages(departement(PETIT)))) pages.set(`petit-${nom}`, await rendre(page))
  noms = [...pages.keys()].filter((nom) => !nom.startsWith('petit-'))
  site = await serve(pages)
  navigateur = await launchBrowser()
})

afterAll(async () => {
  await navigateur.close()
  site.serveur.close()
})

/** Texts of one drawing that overlap, or leave the window; written for the browser. */
const CHEVAUCHEMENTS = `(() => {
  const fautes = []
  for (const svg of document.querySelectorAll('svg.plot')) {
    const cadre = svg.getBoundingClientRect()
    if (cadre.width === 0) continue
    const textes = [...svg.querySelectorAll('text')].filter((t) => t.textContent.trim() !== '').map((t) => [t.textContent, t.getBoundingClientRect()])
    for (const [i, [a, x]] of textes.entries()) {
      if (x.right > innerWidth + 1 || x.left < -1) fautes.push('dehors : ' + a)
      for (const [b, y] of textes.slice(0, i)) {
        const largeur = Math.min(x.right, y.right) - Math.max(x.left, y.left)
        const hauteur = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top)
        if (largeur > 1 && hauteur > 4) fautes.push(svg.getAttribute('aria-label').slice(0, 40) + ' : ' + a + ' × ' + b)
      }
    }
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) fautes.push('défilement horizontal')
  return fautes
})()`

const visit = async (
  largeur: number,
  theme: 'light' | 'dark',
  look: (page: Page) => Promise<string[]>,
  pages: readonly string[],
): Promise<string[]> => {
  const contexte = await navigateur.newContext({ viewport: { width: largeur, height: 900 }, colorScheme: theme })
  const page = await contexte.newPage()
  const fautes: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') fautes.push(`console : ${message.text()}`)
  })
  let taille = 0
  await page.route('**/comparaison.arrow*', async (route) => {
    const [, , code = ''] = new URL(route.request().url()).pathname.split('/')
    await route.fulfill({ body: await pointsDe(departement(taille), code) })
  })
  for (const nom of pages) {
    taille = nom.startsWith('petit-') ? PETIT : GRAND
    await page.goto(`${site.adresse}/${nom}`)
    await page.evaluate('document.fonts.ready')
    // What the browser draws again is looked at as it then is.
    if ((await page.locator(DESSINS).count()) > 0) await page.waitForLoadState('networkidle')
    fautes.push(...(await look(page)).map((faute) => `${nom} : ${faute}`))
    await page.setViewportSize({ width: largeur, height: 900 })
  }
  await contexte.close()
  return fautes
}

const axe = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)
}

const chevauchements = (page: Page): Promise<string[]> => page.evaluate(CHEVAUCHEMENTS)

describe('dans un vrai navigateur, sous la politique de sécurité du produit', () => {
  /** The same pages with fewer guichets: axe reads every node. */
  const petites = (): string[] => noms.filter((nom) => !VARIANTES.has(nom)).map((nom) => `petit-${nom}`)

  it('axe ne trouve rien, en clair et sur grand écran', async () => {
    expect(await visit(1280, 'light', axe, petites())).toEqual([])
  })

  it('axe ne trouve rien, en sombre et sur téléphone', async () => {
    const vues = ['tableau-de-bord', 'guichets', 'guichet', 'indicateur', 'imports', 'import-en-cours', 'examen']
    expect(
      await visit(
        360,
        'dark',
        axe,
        vues.map((nom) => `petit-${nom}`),
      ),
    ).toEqual([])
  })

  it('de 1600 à 320 pixels, aucune étiquette ne se chevauche et rien ne dépasse', async () => {
    const look = async (page: Page): Promise<string[]> => {
      const fautes: string[] = []
      for (const largeur of LARGEURS) {
        await page.setViewportSize({ width: largeur, height: 900 })
        // Drawn once, for the width that the page is opened at.
        if (largeur !== LARGEURS[0] && (await page.locator(DESSINS).count()) > 0)
          await page.reload({ waitUntil: 'networkidle' })
        fautes.push(...(await chevauchements(page)).map((faute) => `${largeur} : ${faute}`))
      }
      return fautes
    }
    expect(await visit(LARGEURS[0], 'light', look, noms)).toEqual([])
  })
})
