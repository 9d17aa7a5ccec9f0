import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { servirDemonstration } from './demonstration.ts'
import { clavier, LARGE, MAINS, type Main, SANS_SCRIPT, souris } from './mains.ts'

const { ouvrir } = servirDemonstration()
/** From the dashboard to the worst guichet, to its wrong records, to a file of them. */
const exporterLesFautes = async (page: Page, main: Main): Promise<string> => {
  await main.agir(page.locator('#alertes tbody a[href^="/guichets/"]').first())
  await main.agir(page.locator('#corriger tbody a[href^="/dossiers"]').first())
  await page.locator('h1', { hasText: 'Dossiers' }).waitFor()
  await main.agir(page.locator('details.menu summary', { hasText: 'Exporter' }))
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    main.agir(page.locator('details[open] a', { hasText: /^CSV$/ })),
  ])
  return fichier.suggestedFilename()
}

describe('le gestionnaire, du tableau de bord aux dossiers fautifs d’un guichet, en cinq gestes au plus', () => {
  it.each([
    ['à la souris', LARGE, souris],
    ['à la souris, sans script', SANS_SCRIPT, souris],
    ['au clavier seul', LARGE, clavier],
  ] as const)('%s', async (_, options, prendre) => {
    const { page, fermer } = await ouvrir('gestionnaire', '/', options)
    const main = prendre(page)
    expect(await exporterLesFautes(page, main)).toMatch(/\.csv$/)
    expect(main.gestes()).toBeLessThanOrEqual(5)
    await fermer()
  })
})

describe('un guichet', () => {
  it.each([
    ['au clavier seul', LARGE, clavier],
    ['à la souris, sans script', SANS_SCRIPT, souris],
  ] as const)(
    'a sa première demande à corriger sous les yeux, et dit que c’est fait en un geste : %s',
    async (_, options, prendre) => {
      const { page, fermer } = await ouvrir('guichet', '/', options)
      const premiere = await page.locator('.afaire .nud').first().innerText()
      const main = prendre(page)
      await main.agir(
        page
          .locator('.afaire')
          .getByRole('button', { name: /C’est fait/ })
          .first(),
      )
      expect(main.gestes()).toBe(1)
      await page.locator('.fait').waitFor()
      expect(await page.locator('.afaire .nud').first().innerText()).not.toBe(premiere)
      await fermer()
    },
  )

  it.each(MAINS)(
    'voit sur son accueil les mesures qui lui sont adressées, autant que leur page en a : %s',
    async (_, prendre) => {
      const { page, fermer } = await ouvrir('guichet', '/', LARGE)
      const ici = await page.locator('#mesures .rows > li').count()
      expect(ici).toBeGreaterThan(0)
      await prendre(page).agir(page.locator('#mesures .sec-h a'))
      await page.waitForURL(/\/mesures/)
      expect(await page.locator('#encours tbody tr').count()).toBe(ici)
      await fermer()
    },
  )
})

describe('sans un clic', () => {
  it('le comité voit la tendance des alertes, le titre disant ce qu’elle montre', async () => {
    const { page, fermer } = await ouvrir('copil', '/', LARGE)
    const tendance = page.locator('figure.chart', { hasText: /par mois|treize mois|par état/ }).first()
    expect(await tendance.locator('svg.plot').first().isVisible()).toBe(true)
    expect((await tendance.locator('.chart-title').innerText()).length).toBeGreaterThan(10)
    await fermer()
  })

  it.each(MAINS)(
    'le préfet lit le message du mois, et les mesures signalées que leur page a : %s',
    async (_, prendre) => {
      const { page, fermer } = await ouvrir('prefet', '/', LARGE)
      expect(await page.locator('h1').innerText()).toMatch(/^Le territoire (?:ne )?tient .* norme/)
      const ici = await page.locator('#mesures .rows > li').count()
      expect(ici).toBeGreaterThan(0)
      await prendre(page).agir(page.locator('#mesures .sec-h a'))
      await page.waitForURL(/\/mesures/)
      expect(await page.locator('#encours tbody tr').count()).toBe(ici)
      await fermer()
    },
  )
})
