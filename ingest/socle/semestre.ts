import { formatMois, nomMois } from './francais/format.ts'
import { debutMois, enMois, finMois, type Jour, type Mois, moisDe, moisEntre, moisPlus } from './jour.ts'

const FORME = /^(\d{4})-S([12])$/

/** A half of a civil year: « 2026-S1 » is January to June 2026. */
export interface Semestre {
  readonly code: string
  readonly debut: Jour
  readonly fin: Jour
  readonly mois: readonly Mois[]
}

const semestreA = (premier: Mois): Semestre => {
  const dernier = moisPlus(premier, 5)
  return {
    code: `${premier.slice(0, 4)}-S${premier.endsWith('-01') ? 1 : 2}`,
    debut: debutMois(premier),
    fin: finMois(dernier),
    mois: moisEntre(premier, dernier),
  }
}

/** The semester of a code, or null where the text is none. */
export const lireSemestre = (texte: string): Semestre | null => {
  const [, annee, rang] = FORME.exec(texte.trim().toUpperCase()) ?? []
  return annee === undefined ? null : semestreA(enMois(`${annee}-${rang === '1' ? '01' : '07'}`))
}

/** The semester of a month. */
export const semestreDe = (mois: Mois): Semestre =>
  semestreA(enMois(`${mois.slice(0, 4)}-${mois.slice(5) <= '06' ? '01' : '07'}`))

/** The semester `n` semesters after another. */
export const semestrePlus = ({ mois }: Semestre, n: number): Semestre => {
  const [premier] = mois
  if (premier === undefined) throw new RangeError('un semestre a six mois')
  return semestreA(moisPlus(premier, 6 * n))
}

/** « 1er semestre 2026 ». */
export const direSemestre = ({ code }: Semestre): string =>
  `${code.endsWith('1') ? '1er' : '2e'} semestre ${code.slice(0, 4)}`

/** Whole months, the first and the last day included. */
export interface Periode {
  readonly debut: Jour
  readonly fin: Jour
}

/** What of a semester is over in a month: its first months, up to that one. */
export const jusquA = ({ debut }: Semestre, mois: Mois): Periode => ({ debut, fin: finMois(mois) })

/** The same months a year earlier. */
export const unAnPlusTot = ({ debut, fin }: Periode): Periode => ({
  debut: debutMois(moisPlus(moisDe(debut), -12)),
  fin: finMois(moisPlus(moisDe(fin), -12)),
})

/** « au 2e semestre 2026 », « de juillet à octobre 2026 ». */
export const pendantPeriode = ({ debut, fin }: Periode): string => {
  const semestre = semestreDe(moisDe(debut))
  if (semestre.debut === debut && semestre.fin === fin) return `au ${direSemestre(semestre)}`
  const [premier, dernier] = [moisDe(debut), moisDe(fin)]
  return premier === dernier ? `en ${formatMois(premier)}` : `de ${nomMois(premier)} à ${formatMois(dernier)}`
}
