import { expect, it } from 'vitest'
import { lireRegistre } from '../../server/state/registre.ts'
import { SERVICE, TERRITOIRE } from '../demonstration.ts'
import { servirDemonstration } from './demonstration.ts'
import { atteindre } from './tabuler.ts'

const { ouvrir, etat } = servirDemonstration()

const confirmations = async () =>
  (await lireRegistre(etat(), TERRITOIRE)).confirmations.filter(({ service }) => service === SERVICE)

it.each([
  ['avec script', true],
  ['sans script', false],
])(
  'un service propose une correction de sa fiche, la retire, puis la confirme, au clavier seul : %s',
  async (_, javaScriptEnabled) => {
    await etat().deleteFrom('services_confirmations').where('service', '=', SERVICE).execute()
    const { page, plaintes, fermer } = await ouvrir('guichet', '/', { javaScriptEnabled })
    await atteindre(page, 'nav a[href^="/registre"]')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/registre/${SERVICE}*`)

    await atteindre(page, 'details.acte-plie > summary')
    await page.keyboard.press('Enter')
    await atteindre(page, 'textarea[name="horaires"]')
    await page.keyboard.press('End')
    await page.keyboard.type(' Fermé le mercredi.')
    await atteindre(page, 'form[aria-label="Corriger la fiche"] button')
    await page.keyboard.press('Enter')
    await page.locator('[role="status"]').waitFor()
    expect((await confirmations()).map(({ acte }) => acte)).toEqual(['PROPOSER'])

    await atteindre(page, 'form[aria-label="Retirer les corrections"] button')
    await page.keyboard.press('Enter')
    await page.locator('form[aria-label="Rien n’a changé"]').waitFor()
    await atteindre(page, 'form[aria-label="Rien n’a changé"] button')
    await page.keyboard.press('Enter')
    await page.locator('text=Confirmée le').first().waitFor()
    expect((await confirmations()).map(({ acte }) => acte)).toEqual(['PROPOSER', 'RETIRER', 'CONFIRMER'])
    expect(plaintes).toEqual([])
    await fermer()
  },
)
