import { aClasse, type Element, parId, rangeesDe, texteDe, tousDe, unDe } from './html.ts'
import { avec, type LecteurDePages } from './lecteur.ts'

export const nombreDe = (ecrit: string): number => Number(ecrit.replace(/\s/g, '').replace(',', '.'))

/** The number that follows or precedes words on a page; 0 where it says nothing of the kind. */
export const ditDe = (page: Element | null, motif: RegExp): number =>
  nombreDe((page === null ? null : motif.exec(texteDe(page)))?.[1] ?? '0')

const main = (page: Element): Element => unDe(page, ({ nom }) => nom === 'main') ?? page

/** The rows of a section of a page, over all its pages where it has several. */
export const rangeesDeLaSection = async (
  lecteur: LecteurDePages,
  adresse: string,
  section: string | null,
): Promise<Element[]> => {
  const page = await lecteur.lire(adresse)
  if (page === null) return []
  const dans = section === null ? main(page) : parId(page, section)
  if (dans === null) return []
  const pages = Number(/Page \d+ sur (\d+)/.exec(texteDe(dans))?.[1] ?? 1)
  const suites = Array.from({ length: pages - 1 }, (_, i) => avec(adresse, { page: String(i + 2) }))
  const autres = await Promise.all(
    suites.map(async (suite) => {
      const lue = await lecteur.lire(suite)
      return lue === null ? [] : rangeesDe((section === null ? null : parId(lue, section)) ?? main(lue))
    }),
  )
  return [...rangeesDe(dans), ...autres.flat()]
}

/** The records of a list: its rows, with those that it says it leaves to the export or that have been erased. */
export const dossiersMontres = async (lecteur: LecteurDePages, adresse: string): Promise<number> => {
  const page = await lecteur.lire(adresse)
  if (page === null) return Number.NaN
  const texte = texteDe(main(page))
  const enTout = /premiers? sur ([\d ]+) : « Exporter »/.exec(texte)?.[1]
  const effaces = ditDe(page, /([\d ]+) dossiers? comptés? ici ne peu/)
  return enTout === undefined ? rangeesDe(main(page)).length + effaces : nombreDe(enTout) + effaces
}

const enEtat =
  (etat: string) =>
  (rangee: Element): boolean =>
    unDe(rangee, aClasse(`s-${etat}`)) !== null

/** How many rows of a page's table are in each state. */
export const etatsMontres = async (lecteur: LecteurDePages, adresse: string, section: string) => {
  const rangees = await rangeesDeLaSection(lecteur, adresse, section)
  return {
    alertes: rangees.filter(enEtat('ALERTE')).length,
    aSurveiller: rangees.filter(enEtat('SURVEILLANCE')).length,
  }
}

/** Cells of the matrix that are in alert, in all or for a guichet. */
export const cellulesEnAlerte = (page: Element | null, guichet?: string): number => {
  if (page === null) return 0
  const rangees = rangeesDe(main(page)).filter(
    (rangee) =>
      guichet === undefined ||
      tousDe(rangee, ({ attributs }) => (attributs.href ?? '').startsWith(`/guichets/${guichet}?`)).length > 0,
  )
  return rangees.flatMap((rangee) => tousDe(rangee, (e) => e.nom === 'td' && aClasse('s-ALERTE')(e))).length
}

export const elementsDe = (page: Element | null, section: string | null, classe: string): number => {
  const dans = page === null ? null : section === null ? page : parId(page, section)
  const liste = dans === null ? null : unDe(dans, aClasse(classe))
  return liste === null ? 0 : liste.enfants.filter((e) => typeof e !== 'string' && e.nom === 'li').length
}

const estLienVers =
  (chemin: string) =>
  (element: Element): boolean =>
    (element.attributs.href ?? '').startsWith(`/${chemin}/`)

export const guichetsDeLaMatrice = (page: Element | null): number =>
  page === null ? 0 : rangeesDe(main(page)).filter((rangee) => unDe(rangee, estLienVers('guichets')) !== null).length

/** The headings of the matrix that it sorts by, but the guichets' own. */
export const indicateursDeLaMatrice = (page: Element | null): number => {
  const tete = page === null ? null : unDe(main(page), ({ nom }) => nom === 'thead')
  const tris = tete === null ? [] : tousDe(tete, ({ attributs }) => /[?&]tri=/.test(attributs.href ?? ''))
  return tris.filter(({ attributs }) => !/[?&]tri=-?nom\b/.test(attributs.href ?? '')).length
}
