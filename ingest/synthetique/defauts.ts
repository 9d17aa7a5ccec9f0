import type { Hasard } from './hasard.ts'
import type { Pratique } from './pratiques.ts'
import { choisir, choixParmi } from './tirage.ts'

/** The fields that a complete file has, by bit of `Demande.manque`. */
export const OBLIGATOIRES = [
  'situation_familiale',
  'nationalite',
  'situation_professionnelle',
  'nb_personnes',
  'ressources_mensuelles',
  'logement_actuel',
  'motif_demande',
  'typologie_souhaitee',
  'commune_souhaitee',
] as const

const BITS = choixParmi([[0, 8], [1, 10], [2, 22], [3, 4], [4, 26], [5, 10], [6, 8], [7, 5], [8, 7]] as const)
const NB_PERSONNES = 1 << 3
const RESSOURCES = 1 << 4

/** Which fields of the file are left empty: none, or one, sometimes two. */
export const drawManque = (p: Pratique, hasard: Hasard): number => {
  if (!hasard.arrive(p.dossiers_incomplets)) return 0
  const premier = 1 << choisir(BITS, hasard)
  return hasard.arrive(0.25) ? premier | (1 << choisir(BITS, hasard)) : premier
}

export type Regle = 'C01' | 'C03' | 'C04' | 'C05' | 'C06' | 'C07' | 'C08' | 'C11'

const REGLES = choixParmi<Regle>([['C03', 12], ['C04', 18], ['C05', 28], ['C07', 18], ['C08', 14], ['C11', 10]])
const A_LA_CREATION = choixParmi<Regle>([['C01', 25], ['C06', 15]])

/** The rule that an act leaves broken, if any. C07 where another would show only in a field that is empty. */
export const drawRegle = (p: Pratique, manque: number, acte: 'ENREGISTREMENT' | 'SUITE', hasard: Hasard): Regle | '' => {
  if (!hasard.arrive(p.incoherences)) return ''
  const regle = choisir(acte === 'ENREGISTREMENT' && hasard.arrive(0.4) ? A_LA_CREATION : REGLES, hasard)
  if (regle === 'C04' && (manque & NB_PERSONNES) !== 0) return 'C07'
  if (regle === 'C05' && (manque & RESSOURCES) !== 0) return 'C07'
  return regle
}
