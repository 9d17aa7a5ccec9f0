import { reporter } from '../../../ingest/socle/feries.ts'
import { enJour, finMois, type Jour, joursEntre, type Mois, moisDe, moisPlus } from '../../../ingest/socle/jour.ts'
import { type Regle, regleEn } from '../../../ingest/socle/regles/regle.ts'
import type { Echeance, Obligation } from '../../../web/agenda.ts'

/** Something due, before it is known whether it was done. */
export interface Due
  extends Pick<Echeance, 'obligation' | 'periode' | 'objet' | 'reunion' | 'precision' | 'sansInstantane'> {
  /** As the text says it, holidays included. */
  readonly due: Jour
  readonly faiteLe: Jour | null
}

/** Where something due stands on a day. */
export const situer = ({ due, faiteLe, ...reste }: Due, territoire: string, aujourdhui: Jour): Echeance => {
  const echeance = reporter(due, territoire)
  // Nothing is late of a month that has no snapshot: it is said missing, until it comes or is signed without.
  const retard = reste.sansInstantane ? 0 : Math.max(0, joursEntre(echeance, faiteLe ?? aujourdhui))
  const etat = faiteLe !== null ? 'FAITE' : reste.sansInstantane ? 'MANQUANT' : retard > 0 ? 'EN_RETARD' : 'A_FAIRE'
  return { ...reste, echeance, faiteLe, etat, retard, reste: etat === 'A_FAIRE' ? joursEntre(aujourdhui, echeance) : 0 }
}

/** A fact that the gestionnaire recorded: an obligation done, for a period. */
export interface FaitConsigne {
  readonly obligation: Obligation
  readonly periode: string
  readonly service: string | null
  readonly fait_le: Jour
}

export const premierFait = (faits: readonly FaitConsigne[], obligation: Obligation, periode: string): Jour | null =>
  faits
    .filter((fait) => fait.obligation === obligation && fait.periode === periode)
    .map(({ fait_le }) => fait_le)
    .toSorted()[0] ?? null

/** The civil years that a calendar covers: from the first month with a snapshot. */
export const annees = (depuis: Mois, jusqua: number): number[] => {
  const premiere = Number(depuis.slice(0, 4))
  return Array.from({ length: Math.max(0, jusqua - premiere + 1) }, (_, i) => premiere + i)
}

const MOIS_DU_SEMESTRE = 6

/** Semester reports: due at the end of the month set after each, 31 July and 31 January where it is the first. None for a semester that ended before the first month. */
export const semestriels = (
  obligation: 'COMPTE_RENDU_PREFET' | 'BILAN_PARTENAIRES',
  depuis: Mois,
  jusqua: number,
  faits: readonly FaitConsigne[],
  moisApres = 1,
): Due[] =>
  annees(depuis, jusqua).flatMap((annee) =>
    ([1, 2] as const).flatMap((semestre): Due[] => {
      const fin = moisPlus(moisDe(enJour(`${annee}-01-01`)), semestre * MOIS_DU_SEMESTRE - 1)
      if (fin < depuis) return []
      const periode = `${annee}-S${semestre}`
      return [
        {
          obligation,
          periode,
          objet: `${semestre === 1 ? 'premier' : 'second'} semestre ${annee}`,
          due: finMois(moisPlus(fin, moisApres)),
          faiteLe: premierFait(faits, obligation, periode),
          precision: '',
          reunion: null,
        },
      ]
    }),
  )

/** A meeting held, or a fact recorded, that counts in a year. */
export interface Tenue {
  readonly le: Jour
  /** The year that a fact was recorded for; a meeting counts in the one it was held in. */
  readonly annee?: string
  readonly reunion: number | null
}

const MOIS_D_UNE_ANNEE = 12

/**
 * « n a year »: due at the end of each nth of the civil year, and done by the nth held in it. In the first year, parts that
 * ended before the first month are not owed, and what was held before the first part owed does not count.
 */
export const nParAn = (
  obligation: Obligation,
  regle: Regle | 1,
  depuis: Mois,
  jusqua: number,
  tenues: readonly Tenue[],
): Due[] =>
  annees(depuis, jusqua).flatMap((annee) => {
    const n = regle === 1 ? 1 : regleEn(regle, enJour(`${annee}-01-01`))
    const janvier = moisDe(enJour(`${annee}-01-01`))
    const parts = Array.from({ length: n }, (_, i) => ({
      rang: i + 1,
      debut: moisPlus(janvier, (i * MOIS_D_UNE_ANNEE) / n),
      fin: moisPlus(janvier, ((i + 1) * MOIS_D_UNE_ANNEE) / n - 1),
    })).filter(({ fin }) => fin >= depuis)
    const debut = parts[0]?.debut ?? janvier
    const siennes = tenues
      .filter(({ le, annee: pour }) =>
        pour === undefined ? le.slice(0, 4) === String(annee) && moisDe(le) >= debut : pour === String(annee),
      )
      .toSorted((a, b) => (a.le < b.le ? -1 : 1))
    return parts.map(
      ({ rang, fin }, i): Due => ({
        obligation,
        periode: n === 1 ? String(annee) : `${annee}-${rang}`,
        objet: n === 1 ? String(annee) : `${rang === 1 ? '1re' : `${rang}e`} de ${annee}`,
        due: finMois(fin),
        faiteLe: siennes[i]?.le ?? null,
        precision: '',
        reunion: siennes[i]?.reunion ?? null,
      }),
    )
  })
