import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ouvrirPour } from '../server/aide.ts'
import { servirDemonstration } from './demonstration.ts'

const { ouvrir, etat } = servirDemonstration()
const LARGE = { viewport: { width: 1280, height: 900 } }
const SANS_SCRIPT = { ...LARGE, javaScriptEnabled: false }

/** A way to act on what the page offers; each act counts. */
interface Main {
  readonly gestes: () => number
  agir(cible: Locator): Promise<void>
}

const souris = (): Main => {
  let n = 0
  return {
    gestes: () => n,
    agir: async (cible) => {
      n += 1
      await cible.click()
    },
  }
}

const PAS_AU_PLUS = 400

/** Tab alone reaches what is acted on, its focus is seen, and Enter acts. */
const clavier = (page: Page): Main => {
  let n = 0
  return {
    gestes: () => n,
    agir: async (cible) => {
      n += 1
      const voulue = await cible.elementHandle()
      for (let pas = 0; pas < PAS_AU_PLUS; pas++) {
        if (
          await page.evaluate(
            (e) => e === (globalThis as { document?: { activeElement: unknown } }).document?.activeElement,
            voulue,
          )
        )
          break
        await page.keyboard.press('Tab')
      }
      const contour: string = await page.evaluate(
        'getComputedStyle(document.activeElement.matches(":focus-visible") ? document.activeElement : document.body).outlineStyle',
      )
      expect([await cible.textContent(), contour]).toEqual([await cible.textContent(), 'solid'])
      await page.keyboard.press('Enter')
      await page.waitForLoadState()
    },
  }
}

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

  it('voit sur son accueil les mesures qui lui sont adressées, autant que leur page en a', async () => {
    const { page, fermer } = await ouvrir('guichet', '/', LARGE)
    const ici = await page.locator('#mesures .rows > li').count()
    expect(ici).toBeGreaterThan(0)
    await page.locator('#mesures .sec-h a').click()
    expect(await page.locator('#encours tbody tr').count()).toBe(ici)
    await fermer()
  })
})

describe('sans un clic', () => {
  it('le comité voit la tendance des alertes, le titre disant ce qu’elle montre', async () => {
    const { page, fermer } = await ouvrir('copil', '/', LARGE)
    const tendance = page.locator('figure.chart', { hasText: /par mois|treize mois|par état/ }).first()
    expect(await tendance.locator('svg.plot').first().isVisible()).toBe(true)
    expect((await tendance.locator('.chart-title').innerText()).length).toBeGreaterThan(10)
    await fermer()
  })

  it('le préfet lit le message du mois et les mesures qui lui sont signalées, autant que leur page en a', async () => {
    const { page, fermer } = await ouvrir('prefet', '/', LARGE)
    expect(await page.locator('.message-fort').innerText()).toMatch(/^En octobre 2026, le territoire/)
    const ici = await page.locator('#mesures .rows > li').count()
    expect(ici).toBeGreaterThan(0)
    await page.locator('#mesures .sec-h a').click()
    expect(await page.locator('#encours tbody tr').count()).toBe(ici)
    await fermer()
  })
})

describe('le gestionnaire', () => {
  it('voit ce qu’un seuil changerait, au clavier, et n’a rien changé tant qu’il ne confirme pas', async () => {
    const { page, fermer } = await ouvrir('gestionnaire', '/parametres', LARGE)
    const avant = await page.locator('#normes').innerText()
    await page.locator('#no-valeur').focus()
    await page.keyboard.type('50')
    await page.locator('#no-motif').focus()
    await page.keyboard.type('comité du 12 février')
    await clavier(page).agir(page.getByRole('button', { name: 'Voir ce que cela changerait' }))
    await page.getByRole('heading', { name: 'États qui changeraient' }).waitFor()
    await clavier(page).agir(page.getByRole('link', { name: 'Ne rien changer' }))
    await page.locator('#normes').waitFor()
    expect(await page.locator('#normes').innerText()).toBe(avant)
    await fermer()
  })

  it('relit les comptes sans en fermer un par mégarde : un tri garde ses choix, un oubli empêche de signer', async () => {
    await ouvrirPour(etat(), { role: 'etat', territoires: ['013'], courriel: 'depart@exemple.fr' })
    await ouvrirPour(etat(), { role: 'etat', territoires: ['013'], courriel: 'reste@exemple.fr' })
    const { page, fermer } = await ouvrir('gestionnaire', '/comptes', LARGE)
    const choix = (courriel: string, mot: string) =>
      page.locator('tr', { hasText: courriel }).getByRole('radio', { name: mot })
    await choix('depart@exemple.fr', 'Fermer').check()
    await page.getByRole('link', { name: 'Rôle', exact: true }).click()
    await page.waitForURL(/tri=role/)
    expect(await choix('depart@exemple.fr', 'Fermer').isChecked()).toBe(true)
    expect(await choix('reste@exemple.fr', 'Fermer').isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Relire avant de signer' }).click()
    expect(await page.locator('#a-fermer li').allInnerTexts()).toEqual([expect.stringContaining('depart@exemple.fr')])
    expect(await page.locator('#sans-decision').innerText()).toContain('reste@exemple.fr')
    expect(await page.getByRole('button', { name: /^Signer/ }).count()).toBe(0)
    await page.getByRole('link', { name: /Revenir à la liste/ }).click()
    expect(await choix('depart@exemple.fr', 'Fermer').isChecked()).toBe(true)
    const ouverts = await etat().selectFrom('comptes').select('courriel').where('ferme_le', 'is', null).execute()
    expect(ouverts.map(({ courriel }) => courriel)).toEqual(
      expect.arrayContaining(['depart@exemple.fr', 'reste@exemple.fr']),
    )
    await fermer()
  })
})
