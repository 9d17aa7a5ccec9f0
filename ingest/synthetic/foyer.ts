import { BIT_PERSONNES } from './champs-du-dossier.ts'
import type { Demande } from './demande.ts'

const EN_COUPLE: ReadonlySet<string> = new Set(['MARIE', 'PACSE', 'CONCUBIN'])

/** Yearly ceilings of a PLUS dwelling outside Île-de-France, by size of household (arrêté du 29/07/1987, for 2024). */
const PLAFONDS = [22_642, 30_238, 36_362, 43_899, 51_642, 58_200]
const PAR_PERSONNE_DE_PLUS = 6_492

/** Parts of that ceiling: a PLAI dwelling's, its own, a PLS one's. */
const TRANCHES = [
  [0.6, '≤ PLAI'],
  [1, 'PLAI à PLUS'],
  [1.3, 'PLUS à PLS'],
] as const

const plafond = (personnes: number): number =>
  (PLAFONDS[Math.min(personnes, PLAFONDS.length) - 1] as number) +
  Math.max(0, personnes - PLAFONDS.length) * PAR_PERSONNE_DE_PLUS

const trancheDe = (rfr: string, personnes: number): string => {
  if (rfr === '') return ''
  const part = Number(rfr) / plafond(personnes)
  return TRANCHES.find(([haut]) => part <= haut)?.[1] ?? '> PLS'
}

/** Of those a household has to support, one in three is taken for older than fourteen. */
const DIXIEMES_PAR_CHARGE = [3, 3, 5]
const DIXIEMES_DU_SECOND_ADULTE = 5
const DIXIEMES_DU_PARENT_SEUL = 2

/** Consumption units (1, then 0.5 or 0.3 a person, 0.2 more for a parent alone) in tenths: whole numbers, the same on every machine. */
const dixiemesDUnites = (adultes: number, charges: number): number => {
  let dixiemes = 10 + (adultes - 1) * DIXIEMES_DU_SECOND_ADULTE
  for (let i = 0; i < charges; i++) dixiemes += DIXIEMES_PAR_CHARGE[i % 3] as number
  return adultes === 1 && charges > 0 ? dixiemes + DIXIEMES_DU_PARENT_SEUL : dixiemes
}

/** Its units, its dependants and its resources against the ceiling, as the last columns hold them: of what it declares, nothing drawn. */
export const champsFoyer = ({ situation: s, masque, rfrConnu, incoherence }: Demande): string => {
  if ((masque & BIT_PERSONNES) !== 0 || incoherence === 'C04') return ';;;'
  const adultes = EN_COUPLE.has(s.familiale) ? 2 : 1
  const charges = Math.max(0, s.personnes - adultes)
  const dixiemes = dixiemesDUnites(adultes, charges)
  const unites = dixiemes % 10 === 0 ? `${dixiemes / 10}` : `${Math.floor(dixiemes / 10)},${dixiemes % 10}`
  return `;${unites};${charges};${trancheDe(rfrConnu ? s.rfr : '', s.personnes)}`
}

const LOGEMENTS_PRIORITAIRES: ReadonlySet<string> = new Set([
  ...['SANS_ABRI', 'HOTEL', 'HEBERGEMENT', 'CENTRE_MATERNEL', 'RESIDENCE_SOCIALE'],
])
const MOTIFS_PRIORITAIRES: ReadonlySet<string> = new Set(['VIOLENCES', 'EXPULSION', 'INDECENT', 'HANDICAP'])

/** Whether the household is of those that CCH L441-1 houses first, by what it declares. */
export const estPrioritaire = ({ situation }: Demande): boolean =>
  LOGEMENTS_PRIORITAIRES.has(situation.logement) || MOTIFS_PRIORITAIRES.has(situation.motif)
