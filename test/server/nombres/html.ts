/** An element of a page, as much of it as counting needs. */
export interface Element {
  readonly nom: string
  readonly attributs: Readonly<Record<string, string>>
  readonly enfants: readonly (Element | string)[]
}

const VIDES = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const ENTITES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': '’' }

const decoder = (texte: string): string => texte.replace(/&(#?\w+);/g, (tout, nom: string) => ENTITES[nom] ?? tout)

/** A page that the application wrote: every element but the void ones is closed. */
export const lireHtml = (html: string): Element => {
  const racine = { nom: '', attributs: {}, enfants: [] as (Element | string)[] }
  const pile = [racine]
  for (const [jeton, fin, nom, attributs = '', texte] of html.matchAll(
    /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)/gi,
  )) {
    if (texte !== undefined) pile.at(-1)?.enfants.push(decoder(texte))
    else if (nom !== undefined && fin === '/') {
      while (pile.length > 1 && pile.pop()?.nom !== nom) {}
    } else if (nom !== undefined) {
      const paires = [...attributs.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, cle = '', v = '']) => [
        cle,
        decoder(v),
      ])
      const element = { nom, attributs: Object.fromEntries(paires), enfants: [] as (Element | string)[] }
      pile.at(-1)?.enfants.push(element)
      if (!VIDES.has(nom) && !jeton.endsWith('/>')) pile.push(element)
    }
  }
  return racine
}

/** Every element under one that answers, in the order of the page. */
export const tousDe = (dans: Element, repond: (element: Element) => boolean): Element[] =>
  dans.enfants.flatMap((enfant) =>
    typeof enfant === 'string' ? [] : [...(repond(enfant) ? [enfant] : []), ...tousDe(enfant, repond)],
  )

export const unDe = (dans: Element, repond: (element: Element) => boolean): Element | null => {
  for (const enfant of dans.enfants) {
    if (typeof enfant === 'string') continue
    const trouve = repond(enfant) ? enfant : unDe(enfant, repond)
    if (trouve !== null) return trouve
  }
  return null
}

const brut = ({ enfants }: Element): string =>
  enfants.map((enfant) => (typeof enfant === 'string' ? enfant : ` ${brut(enfant)} `)).join('')

/** What is read of an element, its spaces all alike: « 1 234 demandes », « 37,5 % ». */
export const texteDe = (element: Element): string =>
  brut(element)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/ ([,.;)])/g, '$1')
    .trim()

export const parId = (page: Element, id: string): Element | null => unDe(page, ({ attributs }) => attributs.id === id)

export const aClasse =
  (classe: string) =>
  (element: Element): boolean =>
    (element.attributs.class ?? '').split(' ').includes(classe)

/** The rows of the tables under an element, but their headings, totals and what tells that there is none. */
export const rangeesDe = (dans: Element): Element[] =>
  tousDe(dans, ({ nom }) => nom === 'tbody').flatMap((corps) => tousDe(corps, ({ nom }) => nom === 'tr'))
