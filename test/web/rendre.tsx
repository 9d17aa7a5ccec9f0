import type { HtmlEscapedString } from 'hono/utils/html'

/** A page as the server answers it. */
export const rendre = async (page: HtmlEscapedString | Promise<HtmlEscapedString>): Promise<string> =>
  String(await (await page).toString())

/** What a person reads of a page, spaces alike. */
export const texteDe = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
