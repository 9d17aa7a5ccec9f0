import { normaliserIntitule } from '../contract/intitules.ts'

export const SEPARATEURS = [';', ',', '\t'] as const

export type Separateur = (typeof SEPARATEURS)[number]

export interface Entete {
  /** The heading's line, from 0. */
  readonly ligne: number
  readonly separateur: Separateur
  readonly intitules: readonly string[]
}

/** How many lines may stand before the headings. */
export const LIGNES_EXAMINEES = 60

/** The cells of one line of text, quotes removed. */
export const decouper = (ligne: string, separateur: string): string[] => {
  if (!ligne.includes('"')) return ligne.split(separateur).map((cellule) => cellule.trim())
  const motif = new RegExp(`${separateur}(?:\\s*"((?:[^"]|"")*)"[^${separateur}]*|([^${separateur}]*))`, 'g')
  return [...`${separateur}${ligne}`.matchAll(motif)].map(([, entre, brut]) =>
    (entre === undefined ? (brut ?? '') : entre.replaceAll('""', '"')).trim(),
  )
}

/** How many different known headings a line of cells holds. */
export const compterConnus = (cellules: readonly string[], estConnu: (intitule: string) => boolean): number =>
  new Set(cellules.map(normaliserIntitule).filter((cellule) => cellule !== '' && estConnu(cellule))).size

/**
 * The line of headings: among the first lines, whatever title or filters stand before, the one where the most cells are
 * known headings. Null where no line has any.
 */
export const trouverEntete = (lignes: readonly string[], estConnu: (intitule: string) => boolean): Entete | null => {
  let meilleure: Entete | null = null
  let record = 0
  for (const [ligne, texte] of lignes.slice(0, LIGNES_EXAMINEES).entries())
    for (const separateur of SEPARATEURS) {
      const intitules = decouper(texte, separateur)
      const connus = compterConnus(intitules, estConnu)
      if (connus > record) {
        record = connus
        meilleure = { ligne, separateur, intitules }
      }
    }
  return meilleure
}

/** Whether a row reads as a closing « Total » line: its first filled cell says so. */
export const estTotal = (cellules: readonly string[]): boolean =>
  /^total\b/i.test(cellules.find((cellule) => cellule.trim() !== '')?.trim() ?? '')
