import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Base } from '../../ingest/store/base.ts'
import { openInstallation } from '../../server/installation.ts'
import { chargerInstantane } from '../../server/services/charger.ts'
import { OPTIONS } from '../base.ts'
import { creerApplicationOuverte } from '../server/aide.ts'
import { demande, instantane } from '../server/doublons.ts'
import { ouvrirSite, type SiteOuvert } from './site.ts'

let base: Base
let site: SiteOuvert
const dossier = mkdtempSync(join(tmpdir(), 'infocentre-accueil-'))

beforeAll(async () => {
  base = await openInstallation(join(dossier, 'base'))
  const demandes = ['', '02/10/2026'].map((date_piece_identite, i) =>
    demande(i + 1, 'BBBBB', { nom: `NOM${i}`, prenom: 'Awa', date_piece_identite }),
  )
  await chargerInstantane(base, instantane('2026-10-31', demandes), OPTIONS)
  const { app, fermer } = await creerApplicationOuverte(base, { role: 'guichet', service: 'BBBBB' })
  site = await ouvrirSite(app, fermer)
}, 300_000)

afterAll(async () => {
  await site?.fermer()
  base?.close()
  rmSync(dossier, { recursive: true, force: true })
})

describe('un guichet, dans un navigateur', () => {
  it('voit sans un clic la demande à corriger, l’imprime sans bouton, puis dit que c’est fait, sans script', async () => {
    const contexte = await site.navigateur.newContext({
      viewport: { width: 320, height: 800 },
      javaScriptEnabled: false,
    })
    const page = await contexte.newPage()
    await page.goto(site.adresse)
    expect(await page.locator('h1').innerText()).toBe('1\u00a0demande à corriger')
    expect(await page.locator('.afaire .nud').innerText()).toBe('0131026000001BBBBB')
    const fait = page.getByRole('button', { name: /C’est fait/ })
    await page.emulateMedia({ media: 'print' })
    expect(await fait.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await fait.click()
    expect(await page.locator('h1').innerText()).toBe('Rien à corriger')
    expect(await page.locator('.fait').innerText()).toContain('Le prochain instantané le confirmera')
    await page.getByRole('button', { name: /Annuler/ }).click()
    expect(await page.locator('h1').innerText()).toBe('1\u00a0demande à corriger')
    await contexte.close()
  })

  it('a une page sans défaut que sache voir axe, et qui ne déborde pas à 320 pixels', async () => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'dark'],
    ] as const) {
      const contexte = await site.navigateur.newContext({ viewport: { width, height: 800 }, colorScheme })
      const page = await contexte.newPage()
      await page.goto(site.adresse)
      await page.locator('summary', { hasText: 'En savoir plus' }).click()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
      await contexte.close()
    }
  })
})
