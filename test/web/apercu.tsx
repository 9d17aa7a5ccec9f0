import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { departement } from './fixtures.ts'
import { launchBrowser, serve } from './navigateur.ts'
import { listPages } from './pages.tsx'
import { rendre } from './rendre.tsx'

/** Looks at every page: `npx tsx test/web/apercu.tsx <dossier> [page…]`. Files are named page-largeur-theme.png. */
const [dossier = '/tmp/apercu', ...choisies] = process.argv.slice(2)
mkdirSync(dossier, { recursive: true })

const pages = new Map<string, string>()
for (const [nom, page] of Object.entries(listPages(departement()))) {
  if (choisies.length > 0 && !choisies.includes(nom)) continue
  const html = await rendre(page)
  pages.set(nom, html)
  writeFileSync(join(dossier, `${nom}.html`), html)
}

const site = await serve(pages)
const navigateur = await launchBrowser()
for (const [largeur, theme] of [
  [1280, 'light'],
  [360, 'light'],
  [1280, 'dark'],
  [360, 'dark'],
] as const) {
  const page = await navigateur.newPage({ viewport: { width: largeur, height: 900 }, colorScheme: theme })
  for (const nom of pages.keys()) {
    await page.goto(`${site.adresse}/${nom}`)
    const path = join(dossier, `${nom}-${largeur}-${theme}.png`)
    await page.screenshot({ path, fullPage: true }).catch(() => page.screenshot({ path, fullPage: true }))
  }
  await page.close()
}
await navigateur.close()
site.serveur.close()
