import { JSDOM } from 'jsdom'

const DITS = 'h1, h2, h3, button, label, summary, legend, th, option, dt, dd b, nav a, .brand'

const simple = (texte: string): string => texte.replace(/[\u00a0\u202f\s]+/g, ' ').trim()

/** What a page says that a person can point at: its headings, buttons, fields, columns and menus. */
export const listerDits = (html: string): string[] =>
  [...new JSDOM(html).window.document.querySelectorAll(DITS)].map((element) => simple(element.textContent ?? ''))

/** Whether a page says these words to the letter, alone or among others of the same element. */
export const dit = (dits: readonly string[], mots: string): boolean =>
  dits.some((connu) => connu.includes(simple(mots)))
