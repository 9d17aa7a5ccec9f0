import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Base } from '../../ingest/store/base.ts'
import { openInstallation } from '../../server/installation.ts'
import { avecLibreOffice, convertir, SOFFICE } from '../libreoffice.ts'
import { creerApplicationOuverte } from '../server/aide.ts'
import { autrement, STATUTS } from '../server/imports/depots.ts'
import { ouvrirSite, type SiteOuvert } from './site.ts'

let base: Base
let site: SiteOuvert
const dossier = mkdtempSync(join(tmpdir(), 'infocentre-imports-'))

beforeAll(async () => {
  base = await openInstallation(join(dossier, 'base'))
  const { app, fermer } = await creerApplicationOuverte(base)
  site = await ouvrirSite(app, fermer)
})

afterAll(async () => {
  await site?.fermer()
  base?.close()
  rmSync(dossier, { recursive: true, force: true })
})

const ouvrir = async (options: BrowserContextOptions = {}) => {
  const contexte = await site.navigateur.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await contexte.newPage()
  await page.goto(`${site.adresse}/imports`)
  return { page, fermer: () => contexte.close() }
}

const deposer = async (page: Page, fichiers: Readonly<Record<string, string>>) => {
  await page
    .getByLabel('Fichiers de l’instantané')
    .setInputFiles(
      Object.entries(fichiers).map(([name, contenu]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(contenu) })),
    )
  await page.getByRole('button', { name: 'Examiner' }).click()
  await page.getByRole('heading', { name: 'Examen avant chargement' }).waitFor()
}

const examinerDeNouveau = async (page: Page) => {
  await Promise.all([page.waitForURL(/#|depots/), page.getByRole('button', { name: 'Examiner de nouveau' }).click()])
  await page.getByRole('heading', { name: 'Profil appliqué' }).waitFor()
}

const seCharge = (page: Page) => page.getByText('est chargé.', { exact: false }).waitFor()

/** Axe finds nothing and nothing overflows, wide and narrow, light and dark. */
const regarder = async (page: Page) => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

describe('le chemin d’un gestionnaire, de l’extraction au compte rendu', () => {
  it('un fichier à d’autres intitulés et d’autres mots se dit à la main, puis le mois suivant se charge seul', async () => {
    const { page, fermer } = await ouvrir()
    await regarder(page)
    await deposer(page, autrement({ date: '2026-09-30' }))
    await regarder(page)
    await page.getByLabel('Situation du dossier').selectOption('statut')
    await page.getByLabel('Créée le').selectOption('date_enregistrement')
    await page.getByLabel('Seul au monde').selectOption('CELIBATAIRE')
    await examinerDeNouveau(page)
    await page.getByLabel('Vivante', { exact: false }).first().selectOption(STATUTS['mot:statut:Vivante'])
    await page.getByLabel('Close', { exact: false }).first().selectOption(STATUTS['mot:statut:Close'])
    await page.getByRole('button', { name: 'Charger', exact: true }).click()
    await seCharge(page)
    await regarder(page)
    await deposer(page, autrement({ date: '2026-10-31' }))
    expect(await page.getByRole('heading', { name: 'Valeurs inconnues' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Charger', exact: true }).click()
    await seCharge(page)
    expect(await page.getByText('2 instantanés chargés').count()).toBe(1)
    await fermer()
  })

  it('sans script, tout se fait de même, les pages se redemandant', async () => {
    const { page, fermer } = await ouvrir({ javaScriptEnabled: false })
    await deposer(page, autrement({ date: '2026-08-31' }))
    await page.getByRole('button', { name: 'Charger', exact: true }).click()
    await seCharge(page)
    await fermer()
  })

  // All digits: a spreadsheet would round them, and eat their first zero.
  const numeros = [0, 1, 2].map((i) => `01310260000${i}712345`)

  /** A file with three impossible dates, whose load is refused. */
  const refuser = async (page: Page) => {
    const fautif = autrement({ date: '2026-07-31', fautives: 3 })
    const demandes = numeros.reduce(
      (texte, numero, i) => texte.replace(`013102600000${i}AAAAA`, numero),
      fautif['demandes.csv'] ?? '',
    )
    await deposer(page, { ...fautif, 'demandes.csv': demandes })
    await page.getByRole('button', { name: 'Charger', exact: true }).click()
    await page.getByRole('alert').getByText('3 lignes sur 60 sont rejetées').waitFor()
  }

  it.skipIf(!SOFFICE)(
    avecLibreOffice('un fichier fautif rend ses lignes, dont LibreOffice garde chaque numéro entier'),
    async () => {
      const { page, fermer } = await ouvrir()
      await refuser(page)
      const [telecharge] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Télécharger les lignes rejetées (XLSX)' }).click(),
      ])
      const chemin = join(dossier, 'rejets.xlsx')
      await telecharge.saveAs(chemin)
      convertir(chemin, 'csv:Text - txt - csv (StarCalc):59,34,76,1', dossier)
      const lignes = readFileSync(join(dossier, 'rejets.csv'), 'utf8').trimEnd().split('\n')
      // In quotes: LibreOffice says so that these cells are text.
      expect(lignes.slice(1).map((ligne) => ligne.split(';').at(-1))).toEqual(numeros.map((numero) => `"${numero}"`))
      await page.getByRole('button', { name: 'Abandonner' }).click()
      await page.getByText('Lignes rejetées (XLSX)').first().waitFor()
      await fermer()
    },
  )

  it('un fichier fautif se charge quand même, avec un motif', async () => {
    const { page, fermer } = await ouvrir()
    await refuser(page)
    await regarder(page)
    await page.getByLabel('Motif').fill('Dates confirmées')
    await page.getByRole('button', { name: 'Charger quand même' }).click()
    await seCharge(page)
    expect(await page.getByRole('link', { name: /3 lignes rejetées.*les télécharger \(XLSX\)/ }).count()).toBe(1)
    await fermer()
  })

  it('remplacer dit d’abord ce qui changerait', async () => {
    const { page, fermer } = await ouvrir()
    await deposer(page, autrement({ date: '2026-10-31', personnes: '4' }))
    await page.getByRole('heading', { name: 'Ce que le remplacement changerait' }).waitFor()
    await regarder(page)
    await page.getByRole('button', { name: 'Remplacer l’instantané du 31/10/2026' }).click()
    await page.getByText('remplace le précédent', { exact: false }).waitFor()
    await fermer()
  })
})
