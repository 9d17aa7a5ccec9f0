import { type Element, texteDe, tousDe } from './html.ts'

/** A link, or a choice of a filter, that says a number of what it opens. */
export interface Annonce {
  readonly texte: string
  readonly adresse: string
}

const estInterne = (href: string): boolean => href.startsWith('/') && !/^\/(?:exports|statique|aide)\b/.test(href)

/** Where a filter leads once one of its choices is made. */
const adressesDuFiltre = (formulaire: Element): Annonce[] => {
  const action = formulaire.attributs.action ?? ''
  if (formulaire.attributs.method !== 'get' || !estInterne(action)) return []
  const caches = tousDe(formulaire, ({ nom, attributs }) => nom === 'input' && attributs.type === 'hidden')
  const base = Object.fromEntries(caches.map(({ attributs }) => [attributs.name ?? '', attributs.value ?? '']))
  return tousDe(formulaire, ({ nom }) => nom === 'select').flatMap((liste) =>
    tousDe(liste, ({ nom, attributs }) => nom === 'option' && (attributs.value ?? '') !== '').map((choix) => ({
      texte: texteDe(choix),
      adresse: `${action.split('?')[0]}?${new URLSearchParams({ ...base, [liste.attributs.name ?? '']: choix.attributs.value ?? '' })}`,
    })),
  )
}

/** What is no number of things: days, months, thresholds, references, an interval, a code, the size of a file. */
const MUETS = [
  /\d\d\/\d\d\/\d{4}/g,
  /\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}/gi,
  /\b\d{4}-\d{2}\b/g,
  // The code of a territory, of a guichet: a count of five digits is written with a space.
  /\((?:\d{3}|\d{5}|(?=\d*[A-Z])[0-9A-Z]{5})\)/g,
  /\b\d+ [kM]o\b/g,
  /intervalle à \d+ ?% : [\d,]+ à [\d,]+ ?%/g,
  /\bagence \d+\b/g,
  /\bGroupe \d+\b/g,
  /\bannée \d{4}\b/g,
  /\b[A-Z]+\d+-\d+\b/g,
  /\bService n° \d+\b/g,
]

export const sansDates = (texte: string): string => MUETS.reduce((reste, motif) => reste.replace(motif, ''), texte)

/** Links of the page's own content and choices of its filters that have a number left in them; the bar of months is the same on each. */
export const annoncesDe = (page: Element): Annonce[] => {
  const liens = tousDe(page, ({ nom, attributs }) => nom === 'a' && estInterne(attributs.href ?? '')).map((a) => ({
    texte: texteDe(a),
    adresse: a.attributs.href ?? '',
  }))
  const choix = tousDe(page, ({ nom }) => nom === 'form').flatMap(adressesDuFiltre)
  const vues = new Map([...liens, ...choix].map((annonce) => [`${annonce.texte} ${annonce.adresse}`, annonce]))
  return [...vues.values()].filter(({ texte }) => /\d/.test(sansDates(texte)))
}
