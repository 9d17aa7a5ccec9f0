import { describe, expect, it } from 'vitest'
import { lireCampagnes } from '../../server/state/campagnes.ts'
import { lireHabilitations } from '../../server/state/habilitations.ts'
import { SERVICE, TERRITOIRE } from '../demonstration.ts'
import { servirDemonstration } from './demonstration.ts'
import { atteindre } from './tabuler.ts'

const { ouvrir, etat } = servirDemonstration()

/** What the last act of each agent of the service is. */
const derniersActes = async () =>
  (await lireHabilitations(etat(), TERRITOIRE))
    .filter(({ service }) => service === SERVICE)
    .map(({ actes }) => actes.at(-1)?.acte)

describe('la revue d’un service, au clavier seul', () => {
  it.each([
    ['avec script', true],
    ['sans script', false],
  ])('ne ferme personne par erreur : %s', async (_, javaScriptEnabled) => {
    const { page, plaintes, fermer } = await ouvrir('guichet', '/', { javaScriptEnabled })
    const avant = await derniersActes()
    await atteindre(page, '#revue a[href*="/campagnes/"]')
    await page.keyboard.press('Enter')
    await page.locator('.questions').waitFor()
    const agents = await page.locator('.questions > li').count()
    expect(agents).toBeGreaterThan(0)
    expect(await page.locator('input[type="radio"]:checked').count()).toBe(javaScriptEnabled ? 0 : agents)

    // Enter in a date field, or on the button before anything is said, confirms and closes nobody.
    await atteindre(page, '.depart')
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    expect(await derniersActes()).toEqual(avant)

    if (javaScriptEnabled) {
      await page.locator('a', { hasText: 'Revenir aux réponses' }).click()
      for (let agent = 0; agent < agents; agent++) {
        const nom = await page
          .locator('.questions > li')
          .nth(agent)
          .locator('input[type="radio"]')
          .first()
          .getAttribute('name')
        await atteindre(page, `input[name="${nom}"]`)
        await page.keyboard.press('Space')
      }
      await atteindre(page, 'form[aria-label="Réponses, agent par agent"] button')
      await page.keyboard.press('Enter')
      await page.locator('h1', { hasText: 'Relire avant de signer' }).waitFor()
    }
    await page.locator('h1', { hasText: 'Relire avant de signer' }).waitFor()
    expect(await page.locator('h2', { hasText: 'À garder' }).count()).toBe(1)
    expect(await derniersActes()).toEqual(avant)
    if (!javaScriptEnabled) {
      await atteindre(page, 'form[aria-label="Signature de la revue"] button')
      await page.keyboard.press('Enter')
      await page.locator('[role="status"]', { hasText: 'La revue est signée' }).waitFor()
      expect(new Set(await derniersActes())).not.toContain('CLORE')
      const signees = (await lireCampagnes(etat(), TERRITOIRE))
        .at(-1)
        ?.demandes.find(({ service }) => service === SERVICE)
      expect(signees?.actes.at(-1)?.bilan).toEqual({ GARDER: agents, FERMER: 0, PARTIE: 0, INCONNUE: 0 })
    }
    expect(plaintes).toEqual([])
    await fermer()
  })
})
