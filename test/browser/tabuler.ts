import type { Page } from 'playwright-core'

const PAS_AU_PLUS = 200

/** Tab alone reaches an element, by a selector. */
export const atteindre = async (page: Page, selecteur: string): Promise<void> => {
  for (let pas = 0; pas < PAS_AU_PLUS; pas++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selecteur)})`)) return
  }
  throw new Error(`la tabulation n’atteint pas ${selecteur}`)
}
