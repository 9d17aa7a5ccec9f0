import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
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
