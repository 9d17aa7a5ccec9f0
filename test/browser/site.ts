import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../web/navigateur.ts'

/** The application behind a real port, and a browser to look at it. */
export interface SiteOuvert {
  readonly adresse: string
  readonly navigateur: Browser
  fermer(): Promise<void>
}

export const ouvrirSite = async (
  app: { readonly fetch: Parameters<typeof serve>[0]['fetch'] },
  fermerApplication: () => Promise<void>,
): Promise<SiteOuvert> => {
  let serveur: ReturnType<typeof serve> | undefined
  const port = await new Promise<number>((pret) => {
    serveur = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (ecoute: AddressInfo) => pret(ecoute.port))
  })
  const navigateur = await launchBrowser()
  return {
    adresse: `http://127.0.0.1:${port}`,
    navigateur,
    fermer: async () => {
      await navigateur.close()
      serveur?.close()
      await fermerApplication()
    },
  }
}

/** A page, and what its console complained of. */
export interface Vue {
  readonly page: Page
  readonly plaintes: string[]
  fermer(): Promise<void>
}

/** Opens an address in a context that goes with it. */
export const ouvrirVue = async (contexte: BrowserContext, adresse: string): Promise<Vue> => {
  const page = await contexte.newPage()
  const plaintes: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') plaintes.push(message.text())
  })
  page.on('pageerror', (erreur) => plaintes.push(erreur.message))
  await page.goto(adresse)
  return { page, plaintes, fermer: () => contexte.close() }
}
