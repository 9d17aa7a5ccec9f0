import { launchBrowser } from '../../web/navigateur.ts'
import { rang } from '../rang.ts'

/** Milliseconds until a page is there for a browser that never saw the site: its first text, then all of it. */
export const premierChargement = async (adresse: string, temoin: string, fois: number) => {
  const navigateur = await launchBrowser()
  const [nom = '', value = ''] = temoin.split('=')
  const lus: { readonly texte: number; readonly tout: number }[] = []
  for (let i = 0; i < fois; i++) {
    const contexte = await navigateur.newContext()
    await contexte.addCookies([{ name: nom, value, url: adresse }])
    const page = await contexte.newPage()
    await page.goto(`${adresse}/guichets`, { waitUntil: 'load' })
    lus.push(
      await page.evaluate(() => ({
        texte: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
        tout: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
      })),
    )
    await contexte.close()
  }
  await navigateur.close()
  const de = (quoi: 'texte' | 'tout', part: number) =>
    rang(
      lus.map((lu) => lu[quoi]),
      part,
    )
  return { texte: de('texte', 0.5), tout: de('tout', 0.5), pire: de('tout', 1) }
}
