import { type Element, lireHtml } from './html.ts'

/** A person who reads pages: each is asked for once. */
export interface LecteurDePages {
  readonly role: string
  /** The page of an address, its anchor left out; null where there is none for them. */
  lire(adresse: string): Promise<Element | null>
}

export const creerLecteur = (role: string, demander: (adresse: string) => Promise<string | null>): LecteurDePages => {
  const lues = new Map<string, Promise<Element | null>>()
  return {
    role,
    lire: (adresse) => {
      const [sansAncre = ''] = adresse.split('#')
      const deja = lues.get(sansAncre)
      if (deja !== undefined) return deja
      const page = demander(sansAncre).then((html) => (html === null ? null : lireHtml(html)))
      lues.set(sansAncre, page)
      return page
    },
  }
}

/** An address with some of its parameters changed. */
export const avec = (adresse: string, parametres: Readonly<Record<string, string>>): string => {
  const url = new URL(adresse, 'http://localhost')
  for (const [nom, valeur] of Object.entries(parametres)) url.searchParams.set(nom, valeur)
  return `${url.pathname}${url.search}`
}
