import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Base } from '../../ingest/store/base.ts'
import { openInstallation } from '../../server/installation.ts'
import { chargerInstantane } from '../../server/services/charger.ts'
import { OPTIONS } from '../base.ts'
import { creerServeur, ouvrirPour } from '../server/aide.ts'
import { DEMANDES, instantane } from '../server/doublons.ts'
import { ouvrirSite, type SiteOuvert } from './site.ts'

let base: Base
let site: SiteOuvert
let temoins: Readonly<Record<'guichet' | 'gestionnaire', string>>
const dossier = mkdtempSync(join(tmpdir(), 'infocentre-demarches-'))

beforeAll(async () => {
  base = await openInstallation(join(dossier, 'base'))
  await chargerInstantane(base, instantane('2026-10-31', DEMANDES), OPTIONS)
  const { app, etat, fermer } = await creerServeur(base)
  temoins = {
    guichet: await ouvrirPour(etat, { role: 'guichet', territoires: ['013'], service: 'BBBBB' }),
    gestionnaire: await ouvrirPour(etat, { role: 'gestionnaire', territoires: ['013'] }),
  }
  site = await ouvrirSite(app, fermer)
}, 300_000)

afterAll(async () => {
  await site?.fermer()
  base?.close()
  rmSync(dossier, { recursive: true, force: true })
})

/** A page as a role has it; a guichet's runs no script, but for those that look at it. */
const ouvrir = async (
  role: 'guichet' | 'gestionnaire',
  chemin: string,
  javaScriptEnabled = role !== 'guichet',
): Promise<Page> => {
  const contexte = await site.navigateur.newContext({
    ...{ locale: 'fr-FR', viewport: { width: 360, height: 800 }, javaScriptEnabled },
  })
  const [name = '', value = ''] = temoins[role].split('=')
  await contexte.addCookies([{ name, value, url: site.adresse }])
  const page = await contexte.newPage()
  await page.goto(`${site.adresse}${chemin}`)
  return page
}

/** Tabs until what is asked for has the focus, as whoever has no mouse does. */
const allerA = async (page: Page, nom: string | RegExp, role: 'link' | 'button' | 'textbox' | 'combobox' | 'group') => {
  const but =
    role === 'group' ? page.locator('summary', { hasText: nom }) : page.getByRole(role, { name: nom, exact: true })
  const voulu = await but.first().elementHandle()
  for (let pas = 0; pas < 120; pas += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((element) => document.activeElement === element, voulu)) return
  }
  throw new Error(`le clavier n’atteint pas « ${nom} »`)
}

const DEBORDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

describe('au clavier, sur un téléphone', () => {
  it('un guichet pose une question sans script, et le gestionnaire y répond', async () => {
    const guichet = await ouvrir('guichet', '/demarches')
    await allerA(guichet, 'Poser une question', 'link')
    await guichet.keyboard.press('Enter')
    await guichet.waitForURL(/nouvelle\/question/)
    await allerA(guichet, 'Sujet', 'combobox')
    await guichet.keyboard.press('ArrowDown')
    await allerA(guichet, 'Question', 'textbox')
    await guichet.keyboard.type('Que saisir pour un ménage hébergé ?')
    await allerA(guichet, 'Envoyer', 'button')
    await guichet.keyboard.press('Enter')
    await guichet.waitForURL(/demarches\/\d+/)
    expect(await guichet.locator('.fait').innerText()).toMatch(/est envoyée/)
    const chemin = new URL(guichet.url()).pathname

    const gestionnaire = await ouvrir('gestionnaire', '/demarches')
    await allerA(gestionnaire, 'Question', 'link')
    await gestionnaire.keyboard.press('Enter')
    await gestionnaire.waitForURL(`**${chemin}*`)
    await allerA(gestionnaire, 'Répondre', 'group')
    await gestionnaire.keyboard.press('Enter')
    await allerA(gestionnaire, 'Réponse', 'textbox')
    await gestionnaire.keyboard.type('Logé chez un tiers.')
    await allerA(gestionnaire, 'Répondre', 'button')
    await gestionnaire.keyboard.press('Enter')
    await gestionnaire.waitForSelector('.fait')

    await guichet.reload()
    expect(await guichet.locator('#histoire').innerText()).toContain('Logé chez un tiers.')
    for (const page of [guichet, gestionnaire]) await page.context().close()
  })

  it('une réclamation part d’une demande à corriger, son numéro déjà rempli et hors de l’adresse', async () => {
    const page = await ouvrir('guichet', '/')
    await page
      .getByRole('button', { name: /Autre démarche/ })
      .first()
      .click()
    await page.waitForURL(/demarches\/nouvelle\?/)
    expect(page.url()).not.toMatch(/BBBBB/)
    await page.getByRole('button', { name: 'Signaler une attestation non reçue' }).click()
    await page.waitForURL(/attestation-non-recue/)
    expect(await page.getByLabel('Numéro unique').inputValue()).toMatch(/^\d{7}\d{6}BBBBB$/)
    expect(page.url()).not.toMatch(/BBBBB/)
    await page.context().close()
  })

  it.each([
    ['guichet', '/demarches'],
    ['guichet', '/demarches/nouvelle/doublon'],
    ['gestionnaire', '/demarches'],
    ['gestionnaire', '/demarches/1'],
    ['gestionnaire', '/demarches?liste=QUESTIONS'],
  ] as const)('%s, %s : rien ne dépasse, et axe ne trouve rien', async (role, chemin) => {
    const page = await ouvrir(role, chemin, true)
    expect(await page.evaluate(DEBORDE)).toBe(0)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
    await page.context().close()
  })
})
