import {
  debutMois,
  finMois,
  type Jour,
  joursEntre,
  type Mois,
  moisDe,
  moisPlus,
  plusJours,
  plusMois,
} from '../../ingest/socle/jour.ts'
import {
  finFenetre,
  JOURS_DE_FENETRE,
  MOIS_AVANT_AU_MOINS,
  MOIS_AVANT_AU_PLUS,
} from '../../ingest/socle/regles/fenetre.ts'
import { regleEn } from '../../ingest/socle/regles/regle.ts'

/** The snapshots a month is computed from: S, and where there are any S0 and S⁻. */
export interface Plan {
  readonly mois: Mois
  readonly s: Jour
  readonly s0: Jour | null
  readonly sMoins: Jour | null
}

const ecart = (a: Jour, b: Jour): number => Math.abs(joursEntre(a, b))

/**
 * S is the earliest snapshot in the ten days after the month's end; S0 the nearest to the day before its beginning, within
 * ten days and before S (the earlier on a tie); S⁻ the latest from five to three months before its beginning.
 * Null where the month has no S.
 */
export const planifier = (mois: Mois, dates: readonly Jour[]): Plan | null => {
  const triees = [...dates].sort()
  const debut = debutMois(mois)
  const fin = finMois(mois)
  const s = triees.find((date) => date >= fin && date <= finFenetre(mois))
  if (s === undefined) return null
  const veille = plusJours(debut, -1)
  const autour = regleEn(JOURS_DE_FENETRE, fin)
  const proches = triees
    .filter((date) => date < s && ecart(date, veille) <= autour)
    .sort((a, b) => ecart(a, veille) - ecart(b, veille) || (a < b ? -1 : 1))
  const anciennes = triees.filter(
    (date) =>
      date >= plusMois(debut, -regleEn(MOIS_AVANT_AU_PLUS, fin)) &&
      date <= plusMois(debut, -regleEn(MOIS_AVANT_AU_MOINS, fin)),
  )
  return { mois, s, s0: proches[0] ?? null, sMoins: anciennes.at(-1) ?? null }
}

/** Every month that some snapshot closes, in order. */
export const planifierTout = (dates: readonly Jour[]): Plan[] => {
  const mois = new Set(dates.flatMap((date) => [moisDe(date), moisPlus(moisDe(date), -1)]))
  return [...mois].sort().flatMap((m) => planifier(m, dates) ?? [])
}
