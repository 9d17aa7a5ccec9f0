import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMPTES_DE_DEMONSTRATION, ouvrirComptesDeDemonstration } from '../../server/auth/demonstration.ts'
import { preparerDepartement } from '../server/acces/departement.ts'
import { creerServeur } from '../server/aide.ts'
import { ouvrirSite, type SiteOuvert } from './site.ts'

const departement = preparerDepartement()

let site: SiteOuvert

beforeAll(async () => {
  const { base, sien } = departement()
  const { app, etat, fermer } = await creerServeur(base)
  await ouvrirComptesDeDemonstration(etat, '013', sien.service, '2026-11-23 09:00:00')
  site = await ouvrirSite(app, fermer)
})

afterAll(async () => {
  await site?.fermer()
})

/** Signs in as people do, from the page that an address sends them to. */
const entrer = async (courriel: string, depart = '/') => {
  const contexte = await site.navigateur.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } })
  const page = await contexte.newPage()
  await page.goto(`${site.adresse}${depart}`)
  await page.getByLabel('Adresse électronique').fill(courriel)
  await page.getByLabel('Mot de passe').fill('demonstration')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  return { page, contexte }
}

describe('se connecter dans un navigateur', () => {
  it('mène à la page demandée, puis la déconnexion ferme tout', async () => {
    const { page, contexte } = await entrer('gestionnaire@demo.exemple', '/guichets?categorie=BAILLEUR')
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/guichets?categorie=BAILLEUR')
    await page.locator('summary', { hasText: 'Camille Martin' }).click()
    await page.getByRole('button', { name: 'Se déconnecter' }).first().click()
    expect(new URL(page.url()).pathname).toBe('/connexion')
    await page.goto(`${site.adresse}/guichets`)
    expect(new URL(page.url()).pathname).toBe('/connexion')
    await contexte.close()
  })

  it.each(COMPTES_DE_DEMONSTRATION.map(({ role, courriel }) => [role, courriel]))(
    'le rôle %s ne voit dans son menu que des pages qui s’ouvrent sans plainte, et une entrée accessible',
    async (_, courriel) => {
      const { page, contexte } = await entrer(courriel)
      const plaintes: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') plaintes.push(message.text())
      })
      const liens = await page
        .locator('.nav a, .compte a')
        .evaluateAll((ancres) => ancres.map((a) => a.getAttribute('href') ?? ''))
      for (const lien of ['/', '/compte', ...liens]) {
        const reponse = await page.goto(`${site.adresse}${lien}`)
        expect([lien, reponse?.status()]).toEqual([lien, 200])
      }
      await page.goto(`${site.adresse}/`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html.slice(0, 100)}`)).toEqual([])
      expect(plaintes).toEqual([])
      await contexte.close()
    },
  )

  it('sans script, on entre et on sort', async () => {
    const contexte = await site.navigateur.newContext({ javaScriptEnabled: false })
    const page = await contexte.newPage()
    await page.goto(site.adresse)
    await page.getByLabel('Adresse électronique').fill('etat@demo.exemple')
    await page.getByLabel('Mot de passe').fill('demonstration')
    await page.getByRole('button', { name: 'Se connecter' }).click()
    expect(new URL(page.url()).pathname).toBe('/')
    await contexte.close()
  })

  it('un mot de passe faux le dit, et garde l’adresse saisie', async () => {
    const contexte = await site.navigateur.newContext()
    const page = await contexte.newPage()
    await page.goto(`${site.adresse}/connexion`)
    await page.getByLabel('Adresse électronique').fill('etat@demo.exemple')
    await page.getByLabel('Mot de passe').fill('faux')
    await page.getByRole('button', { name: 'Se connecter' }).click()
    expect(await page.getByRole('alert').innerText()).toMatch(/ne convient pas/)
    expect(await page.getByLabel('Adresse électronique').inputValue()).toBe('etat@demo.exemple')
    await contexte.close()
  })
})
