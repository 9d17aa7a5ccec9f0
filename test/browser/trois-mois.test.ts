import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CONSTANT, instantaneDe, PASSAGER, type Personne, servirInstallation } from './trois-mois.ts'

const { ouvrir, au } = servirInstallation()

const GESTIONNAIRE: Personne = { role: 'gestionnaire', nom: 'Camille Martin', service: null }
const SERVICE: Personne = { role: 'guichet', nom: 'Sacha Noir', service: CONSTANT.code }
const PREFET: Personne = { role: 'prefet', nom: 'Le préfet', service: null }

const LIGNE = `GUICHET|${CONSTANT.code}|forcages`
const EXPLIQUEE = `GUICHET|${PASSAGER.code}|forcages`

const lire = async (page: Page, selecteur = 'main') =>
  (await page.locator(selecteur).first().innerText()).replace(/[\u00a0\u202f]/g, ' ')

/** A section of a form is opened where it is folded, then filled and sent. */
const faire = async (page: Page, acte: string, champs: Readonly<Record<string, string>>) => {
  const formulaire = page.locator('form').filter({ has: page.getByRole('button', { name: acte, exact: true }) })
  for (const pli of await page.locator('details:not([open]) summary', { hasText: acte }).all()) await pli.click()
  for (const [nom, valeur] of Object.entries(champs)) {
    const champ = formulaire.locator(`[name="${nom}"]`)
    if ((await champ.evaluate((e) => (e as unknown as { tagName: string }).tagName)) === 'SELECT')
      await champ.selectOption(valeur)
    else await champ.fill(valeur)
  }
  await formulaire.getByRole('button', { name: acte, exact: true }).click()
  await page.locator('.fait, .refus').first().waitFor()
}

const charger = (date: string) =>
  ouvrir(GESTIONNAIRE, '/imports', async (page) => {
    const fichiers = Object.entries(instantaneDe(date))
    await page
      .getByLabel('Fichiers de l’instantané')
      .setInputFiles(fichiers.map(([name, texte]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(texte) })))
    await page.getByRole('button', { name: 'Examiner' }).click()
    await page.getByRole('heading', { name: 'Examen avant chargement' }).waitFor()
    await page.getByRole('button', { name: 'Charger', exact: true }).click()
    await page.getByText('est chargé.', { exact: false }).waitFor()
  })

const controler = (mois: string) =>
  ouvrir(GESTIONNAIRE, `/controles/${mois}`, async (page) => {
    for (let point = 1; point <= 12; point++) {
      expect(await page.locator('#restent').count()).toBe(1)
      await page.locator(`#p${point} button.coche`).click()
      await page.locator(`#p${point}.fini`).waitFor()
    }
    await page.getByRole('button', { name: /^Signer/ }).click()
    await page
      .getByText(/Signé par Camille Martin/)
      .first()
      .waitFor()
  })

let mesure = ''

describe('trois mois d’un gestionnaire et d’un service', () => {
  it('en septembre : le premier instantané, le contrôle d’août mené au bout, une alerte expliquée, une mesure ouverte', async () => {
    await charger('2026-08-31')
    await ouvrir(GESTIONNAIRE, '/controles/2026-08', async (page) => {
      expect(await page.getByRole('button', { name: /^Signer/ }).getAttribute('aria-disabled')).toBe('true')
      expect(await lire(page, '#p2')).toMatch(/2 alertes|deux/i)
    })
    await controler('2026-08')
    await ouvrir(GESTIONNAIRE, `/alertes?ligne=${encodeURIComponent(EXPLIQUEE)}`, async (page) => {
      await faire(page, 'Enregistrer l’explication', {
        raison: 'RATTRAPAGE',
        jusqua: '2026-08',
        texte: 'Reprise d’un fichier papier.',
      })
      expect(await lire(page, '#liste')).toMatch(/Expliquée jusqu’à août 2026/)
    })
    await ouvrir(GESTIONNAIRE, `/mesures/ouvrir?ligne=${encodeURIComponent(LIGNE)}`, async (page) => {
      await page.getByRole('button', { name: 'Ouvrir la mesure' }).click()
      await page.locator('.fait').waitFor()
      mesure = new URL(page.url()).pathname
      const texte = await lire(page)
      // 33 of 100, 95 % Wilson interval; the first step, due thirty days later.
      expect(texte).toMatch(/33 sur 100/)
      expect(texte).toMatch(/Plan d’actions attendu pour le 05\/10\/2026/)
      expect(await page.getByRole('button', { name: 'Signaler au comité de pilotage et au préfet' }).count()).toBe(0)
    })
  })

  it('le service la trouve sur son accueil et répond ; le préfet n’en sait rien', async () => {
    await ouvrir(SERVICE, '/', async (page) => {
      await page.locator('#mesures a[href*="/mesures/"]').first().click()
      await page.waitForURL(/\/mesures\/\d+/)
      await faire(page, 'Envoyer la réponse', {
        texte: 'Nous contestons la moitié de ces forçages.',
        plan: 'Rappel aux agents.',
      })
    })
    await ouvrir(PREFET, mesure, async (page) => expect(await page.title()).toMatch(/n’existe pas|introuvable/i))
  })

  it('en octobre : l’alerte expliquée revient à traiter, et formaliser sans motif est refusé', async () => {
    au('2026-10-05')
    await charger('2026-09-30')
    await controler('2026-09')
    await ouvrir(GESTIONNAIRE, '/alertes', async (page) =>
      expect(await lire(page, '#liste')).toMatch(/À traiter\s+de nouveau ; rattrapage/),
    )
    await ouvrir(GESTIONNAIRE, mesure, async (page) => {
      await faire(page, 'Formaliser la demande', {})
      expect(await lire(page, '.refus')).toMatch(/Deux instantanés n’ont pas encore suivi le plan/)
      expect(await lire(page)).toMatch(/première étape sur trois/)
    })
  })

  it('en novembre : deux instantanés sans mieux, la demande est formalisée ; la signaler attend les observations', async () => {
    au('2026-11-04')
    await charger('2026-10-31')
    await controler('2026-10')
    await ouvrir(GESTIONNAIRE, mesure, async (page) => {
      await faire(page, 'Formaliser la demande', { adresse: '1 rue des Fleurs\n13001 Marseille' })
      expect(await lire(page)).toMatch(/deuxième étape sur trois/)
      expect(await lire(page)).toMatch(/Observations attendues pour le 19\/11\/2026/)
      expect(await page.getByRole('button', { name: 'Signaler au comité de pilotage et au préfet' }).count()).toBe(0)
    })
    au('2026-11-10')
    await ouvrir(SERVICE, mesure, (page) =>
      faire(page, 'Envoyer la réponse', { texte: 'Nos agents sont formés le 12.', plan: '' }),
    )
    await ouvrir(GESTIONNAIRE, mesure, async (page) => {
      await faire(page, 'Signaler au comité de pilotage et au préfet', { texte: 'Une position du comité.' })
      expect(await lire(page)).toMatch(/troisième étape sur trois/)
    })
  })

  it('le préfet lit alors la demande et la réponse ; clore comme corrigée sans l’être demande une phrase', async () => {
    await ouvrir(PREFET, mesure, async (page) => {
      expect(await lire(page)).toContain('Nous contestons la moitié de ces forçages.')
      expect(await page.getByRole('button', { name: 'Clore la mesure' }).count()).toBe(0)
    })
    await ouvrir(GESTIONNAIRE, mesure, async (page) => {
      await faire(page, 'Clore la mesure', { code: 'CORRIGEE' })
      expect(await lire(page, '.refus')).toMatch(/demande une phrase/)
      await faire(page, 'Clore la mesure', {
        code: 'CORRIGEE',
        texte: 'Formation faite, engagement écrit du directeur.',
      })
      expect(await lire(page)).toMatch(/Close le 10\/11\/2026|close le 10\/11\/2026/)
    })
    await ouvrir(PREFET, mesure, async (page) => expect(await lire(page)).toContain('La mesure est close.'))
  })
})
