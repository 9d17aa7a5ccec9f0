import { writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { COMPTES_DE_DEMONSTRATION } from '../../server/auth/demonstration.ts'
import type { Vue } from './vues.ts'

/** Bytes that a picture may weigh. */
export const POIDS_MAXIMUM = 80_000

/** White space kept above the element that a picture begins at. */
const MARGE = 6

/** No name of a person, fictional or not, in a picture. */
const SANS_NOM = '.compte, [aria-label="Contact et suite"] > :first-child { visibility: hidden }'

const entrer = async (page: Page, adresse: string, role: Vue['role']): Promise<void> => {
  const compte = COMPTES_DE_DEMONSTRATION.find((connu) => connu.role === role)
  if (compte === undefined) throw new Error(`aucun compte de démonstration pour ${role}`)
  await page.goto(`${adresse}/connexion`)
  await page.getByLabel('Adresse électronique').fill(compte.courriel)
  await page.getByLabel('Mot de passe', { exact: true }).fill(compte.motDePasse)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

const hautDe = async (page: Page, { depuis }: Vue): Promise<number> => {
  if (depuis === undefined) return 0
  const boite = await page.locator(depuis).first().boundingBox()
  if (boite === null) throw new Error(`${depuis} n’est pas sur ${page.url()}`)
  return Math.max(0, boite.y - MARGE)
}

/** As WebP, which the browser itself writes: the best quality that keeps to the weight. */
const enWebp = async (page: Page, y: number, { largeur: width, hauteur: height, echelle }: Vue): Promise<Buffer> => {
  const session = await page.context().newCDPSession(page)
  for (let quality = 86; quality >= 30; quality -= 8) {
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality,
      captureBeyondViewport: true,
      clip: { x: 0, y, width, height, scale: echelle },
    })
    const image = Buffer.from(data, 'base64')
    if (image.length < POIDS_MAXIMUM) return image
  }
  throw new Error(`trop lourde à l’échelle ${echelle}`)
}

/** Takes one picture of a demonstration and writes it where it belongs. */
export const prendre = async (navigateur: Browser, adresse: string, racine: string, vue: Vue): Promise<number> => {
  const contexte = await navigateur.newContext({
    viewport: { width: vue.largeur, height: Math.max(vue.hauteur, 800) },
    locale: 'fr-FR',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  try {
    const page = await contexte.newPage()
    await entrer(page, adresse, vue.role)
    await page.goto(`${adresse}${vue.chemin}`)
    if (vue.puis !== undefined) await page.locator(vue.puis).first().click()
    await page.addStyleTag({ content: SANS_NOM })
    await page.evaluate('document.fonts.ready')
    const image = await enWebp(page, await hautDe(page, vue), vue)
    writeFileSync(new URL(vue.fichier, `file://${racine}/`), image)
    return image.length
  } finally {
    await contexte.close()
  }
}
