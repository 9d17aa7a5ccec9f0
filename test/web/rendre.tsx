import type { HtmlEscapedString } from 'hono/utils/html'

/** A page as the server answers it. */
export const rendre = async (page: HtmlEscapedString | Promise<HtmlEscapedString>): Promise<string> =>
  String(await (await page).toString())
