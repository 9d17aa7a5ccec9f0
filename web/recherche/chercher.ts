/** Something that may be found: what it is called, what else people call it, and where it is. */
export interface Trouvable {
  readonly sorte: 'Guichet' | 'Service' | 'Indicateur' | 'Page' | 'Aide' | 'Mot'
  readonly libelle: string
  /** A code, a category, a meaning: told beside it. */
  readonly precision: string
  readonly autres: readonly string[]
  /** None for a word that no page of the person shows. */
  readonly href: string | null
}

const simplifier = (texte: string): string =>
  texte.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/giu, 'oe').toLowerCase()

const motsDe = (texte: string): string[] =>
  simplifier(texte)
    .split(/[^a-z0-9]+/)
    .filter((mot) => mot !== '')

/** Whether every word looked for begins a word of the text. */
const contient = (cherches: readonly string[], texte: string): boolean => {
  const mots = motsDe(texte)
  return cherches.every((cherche) => mots.some((mot) => mot.startsWith(cherche)))
}

/** 0 the label itself, 1 what it begins with, 2 its words, 3 another name, 4 the words of all of its names; null elsewhere. */
const rangDe = (cherches: readonly string[], { libelle, precision, autres }: Trouvable): number | null => {
  const [cherche, nom] = [cherches.join(' '), motsDe(libelle).join(' ')]
  if (nom === cherche) return 0
  if (nom.startsWith(cherche)) return 1
  if (contient(cherches, libelle)) return 2
  if (autres.some((autre) => contient(cherches, autre))) return 3
  return contient(cherches, [libelle, precision, ...autres].join(' ')) ? 4 : null
}

/** What answers some words, the nearest first: accents, case and the end of words do not count. */
export const chercher = (question: string, parmi: readonly Trouvable[]): Trouvable[] => {
  const cherches = motsDe(question)
  if (cherches.length === 0) return []
  return parmi
    .flatMap((trouvable) => {
      const rang = rangDe(cherches, trouvable)
      return rang === null ? [] : [{ trouvable, rang }]
    })
    .toSorted((a, b) => a.rang - b.rang || a.trouvable.libelle.localeCompare(b.trouvable.libelle, 'fr'))
    .map(({ trouvable }) => trouvable)
}
