import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'
import { assets, readAsset } from '../../web/assets.ts'

/** The policy that the product is served with: a page that needs more breaks here. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'"

const OPTIONS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await sparticuz.executablePath(), args: OPTIONS })

export interface Site {
  readonly serveur: Server
  readonly adresse: string
}

/** A page that asks to be read again would leave while it is being looked at. */
const immobile = (page: string): string => page.replace(/<meta http-equiv="refresh"[^>]*>/, '')

/** The page of an address: one written for its parameters, else for its path. */
const trouver = (pages: ReadonlyMap<string, string>, url: URL): string | undefined => {
  const chemin = decodeURIComponent(url.pathname.slice(1))
  const pourElle = [...pages.keys()].find((nom) => {
    const [page, parametres] = nom.split('?')
    return (
      parametres &&
      page === chemin &&
      [...new URLSearchParams(parametres)].every(([c, v]) => url.searchParams.get(c) === v)
    )
  })
  return pages.get(pourElle ?? chemin)
}

/** Serves pages already written, by name, with the product's static files. */
export const serve = async (pages: ReadonlyMap<string, string>): Promise<Site> => {
  const fichiers = new Map(assets.map((asset) => [asset.chemin, asset]))
  const serveur = createServer((requete, reponse) => {
    // The page of an import follows it, however long it is looked at: here nothing happens to it.
    if (requete.headers.accept === 'text/event-stream') {
      reponse.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
      return
    }
    const url = new URL(requete.url ?? '/', 'http://localhost')
    const asset = fichiers.get(url.pathname)
    const page = trouver(pages, url)
    const type = asset?.type ?? 'text/html; charset=utf-8'
    reponse.writeHead(asset || page ? 200 : 404, { 'content-type': type, 'content-security-policy': CSP })
    reponse.end(asset ? readAsset(asset) : immobile(page ?? ''))
  })
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  return { serveur, adresse: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}` }
}
