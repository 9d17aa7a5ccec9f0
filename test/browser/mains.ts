import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A way to act on what the page offers; each act counts. */
export interface Main {
  readonly gestes: () => number
  /** Follows a link, presses a button, ticks a choice. */
  agir(cible: Locator): Promise<void>
  ecrire(cible: Locator, texte: string): Promise<void>
}

export const souris = (): Main => {
  let n = 0
  return {
    gestes: () => n,
    agir: async (cible) => {
      n += 1
      await cible.click()
    },
    ecrire: (cible, texte) => cible.fill(texte),
  }
}

const PAS_AU_PLUS = 400
const CHOIX_AU_PLUS = 10

/** What is asked of an element of the page. */
interface Champ {
  readonly type?: string
  readonly name?: string
  readonly form?: unknown
  readonly checked?: boolean
  readonly ownerDocument: { readonly activeElement: Champ | null }
}

/** The focus is on it, or on a choice of its group: Tab stops once at a group. */
const estAtteint = (cible: Locator): Promise<boolean> =>
  cible.evaluate((e) => {
    const champ = e as unknown as Champ
    const actif = champ.ownerDocument.activeElement
    const radios = champ.type === 'radio' && actif?.type === 'radio'
    return actif === champ || (radios && actif.form === champ.form && actif.name === champ.name)
  })

const estSousLeFocus = (cible: Locator): Promise<boolean> =>
  cible.evaluate((e) => (e as unknown as Champ).ownerDocument.activeElement === (e as unknown))

/** Tab, and nothing else, until it is reached; its focus is seen. */
const atteindre = async (page: Page, cible: Locator): Promise<void> => {
  for (let pas = 0; pas < PAS_AU_PLUS && !(await estAtteint(cible)); pas++) await page.keyboard.press('Tab')
  const contour: string = await page.evaluate(
    'getComputedStyle(document.activeElement.matches(":focus-visible") ? document.activeElement : document.body).outlineStyle',
  )
  expect([await cible.textContent(), await estAtteint(cible), contour]).toEqual([
    await cible.textContent(),
    true,
    'solid',
  ])
}

/** Takes a choice: the space where the focus is on it, else the arrows of its group. */
const choisir = async (page: Page, cible: Locator): Promise<void> => {
  if (await estSousLeFocus(cible)) return page.keyboard.press('Space')
  for (let pas = 0; pas < CHOIX_AU_PLUS && !(await cible.isChecked()); pas++) await page.keyboard.press('ArrowDown')
}

const estChoix = (cible: Locator): Promise<boolean> =>
  cible.evaluate((e) => ['radio', 'checkbox'].includes((e as unknown as Champ).type ?? ''))

/** The keyboard alone. */
export const clavier = (page: Page): Main => {
  let n = 0
  return {
    gestes: () => n,
    agir: async (cible) => {
      n += 1
      await atteindre(page, cible)
      if (await estChoix(cible)) return choisir(page, cible)
      await page.keyboard.press('Enter')
      await page.waitForLoadState()
    },
    ecrire: async (cible, texte) => {
      await atteindre(page, cible)
      await page.keyboard.type(texte)
    },
  }
}

/** Either hand, by its name. */
export const MAINS: readonly (readonly [string, (page: Page) => Main])[] = [
  ['à la souris', souris],
  ['au clavier seul', clavier],
]

/** What a browser is opened with. */
export const LARGE = { viewport: { width: 1280, height: 900 } }
export const SANS_SCRIPT = { ...LARGE, javaScriptEnabled: false }
