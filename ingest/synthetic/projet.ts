import type { Alea } from './alea.ts'
import type { Pratique } from './pratique.ts'
import { choisir, choixParmi } from './tirage.ts'

/** How a demande resembles an earlier one: one household in nine ways, or two that are not one. */
export type Nature =
  | 'EXACTE'
  | 'GRAPHIE'
  | 'INVERSION'
  | 'FAUTE'
  | 'DATE'
  | 'CONJOINT'
  | 'ABREVIATION'
  | 'TRANSCRIPTION'
  | 'USAGE'
  | 'JUMEAUX'
  | 'JUMEAUX_COMPOSES'
  | 'FRATRIE'
  | 'HOMONYME'
  | 'VOISINS'
  | 'EX_CONJOINTS'
  | 'SEPARATION'
  | 'CORRECTION'
  | 'REINSCRIPTION'

export type Forcage = 'AUCUN' | 'JUSTIFIE' | 'INJUSTIFIE'

export interface Projet {
  readonly nature: Nature
  readonly forcage: Forcage
}

const DOUBLONS: readonly Nature[] = [
  'EXACTE',
  'GRAPHIE',
  'INVERSION',
  'FAUTE',
  'DATE',
  'CONJOINT',
  'ABREVIATION',
  'TRANSCRIPTION',
  'USAGE',
]

/** One household registered twice, and not two that look alike. */
export const estDoublon = (nature: Nature): boolean => DOUBLONS.includes(nature)

/** A copy that birth names, first names and birth date, as they are or names exchanged, suffice to find. */
export const estCopie = (nature: Nature): boolean =>
  nature === 'EXACTE' || nature === 'GRAPHIE' || nature === 'INVERSION'

const COPIES = choixParmi<Nature>([
  ['EXACTE', 45],
  ['GRAPHIE', 35],
  ['INVERSION', 20],
])
const COPIES_FORCEES = choixParmi<Nature>([
  ['EXACTE', 80],
  ['GRAPHIE', 20],
])
const FORCAGES_JUSTIFIES = choixParmi<Nature>([
  ['HOMONYME', 38],
  ['SEPARATION', 30],
  ['CORRECTION', 18],
  ['REINSCRIPTION', 14],
])

/** Shares of registrations that resemble an earlier one otherwise, forced ones apart. */
const AUTRES: readonly (readonly [Nature, number])[] = [
  ['FAUTE', 0.0032],
  ['DATE', 0.0016],
  ['CONJOINT', 0.0026],
  ['ABREVIATION', 0.0006],
  ['TRANSCRIPTION', 0.0006],
  ['USAGE', 0.0006],
  ['JUMEAUX', 0.002],
  ['JUMEAUX_COMPOSES', 0.0008],
  ['FRATRIE', 0.004],
  ['HOMONYME', 0.0025],
  ['REINSCRIPTION', 0.014],
]

/** Draws what a registration is, by its guichet's practice; null for the ordinary household. */
export const tirerProjet = (pratique: Pratique, alea: Alea): Projet | null => {
  const { forcages, injustifies, copies } = pratique
  let u = alea.nombre() - forcages
  if (u < 0)
    return alea.nombre() < injustifies
      ? { nature: choisir(COPIES_FORCEES, alea), forcage: 'INJUSTIFIE' }
      : { nature: choisir(FORCAGES_JUSTIFIES, alea), forcage: 'JUSTIFIE' }
  u -= copies - forcages * injustifies
  if (u < 0) return { nature: choisir(COPIES, alea), forcage: 'AUCUN' }
  for (const [nature, part] of AUTRES) {
    u -= part
    if (u < 0) return { nature, forcage: 'AUCUN' }
  }
  return null
}
