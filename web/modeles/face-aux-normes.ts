import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { D2, isNearlyConstant, meanMovingRange } from '../../metrics/stats/moving-range.ts'
import { type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import { findSerie, type Historique, unAnAvant } from '../historique.ts'

/** A figure of the territory beside the norm that each guichet is held to. */
export interface FaceALaNorme {
  readonly fiche: FicheIndicateur
  readonly valeur: number
  readonly norme: number
}

/** The territory's figures that have a norm: those it holds, and those it does not, the farthest first. */
export interface FaceAuxNormes {
  readonly tenues: readonly FaceALaNorme[]
  readonly depassees: readonly FaceALaNorme[]
}

const eloignement = ({ valeur, norme }: FaceALaNorme): number =>
  norme === 0 ? Number.POSITIVE_INFINITY : valeur / norme

export const faceAuxNormes = (
  indicateurs: readonly FicheIndicateur[],
  lignes: readonly LigneIndicateur[],
): FaceAuxNormes => {
  const jugees = indicateurs.flatMap((fiche) => {
    const ligne = lignes.find(({ indicateur }) => indicateur === fiche.code)
    const norme = ligne ? seuilEn(fiche, ligne.fin) : null
    return ligne && ligne.valeur !== null && norme !== null ? [{ fiche, valeur: ligne.valeur, norme }] : []
  })
  return {
    tenues: jugees.filter(({ valeur, norme }) => valeur <= norme),
    depassees: jugees.filter(({ valeur, norme }) => valeur > norme).toSorted((a, b) => eloignement(b) - eloignement(a)),
  }
}

/** A figure that is not where it was a year before, by more than its months vary. */
export interface Mouvement {
  readonly fiche: FicheIndicateur
  readonly avant: number
  readonly maintenant: number
}

/** Months without which nothing is known of how a figure varies. */
const MOIS_MINIMUM = 13
/** Standard deviations, of the difference of two months, within which a figure is where it was. */
const ECARTS = 3
/** A change under this share of what the figure was is nothing to tell, however steady the figure. */
const PART_MINIMUM = 0.1

/** By how many standard deviations a series has moved in a year; null where it cannot be told. */
const ampleur = (valeurs: readonly (number | null)[]): { avant: number; maintenant: number; ecarts: number } | null => {
  const [maintenant, avant] = [valeurs.at(-1) ?? null, unAnAvant(valeurs)]
  if (maintenant === null || avant === null || valeurs.filter((v) => v !== null).length < MOIS_MINIMUM) return null
  const etendue = isNearlyConstant(valeurs) ? null : meanMovingRange(valeurs)
  const ecart = Math.abs(maintenant - avant)
  if (etendue === null || ecart < PART_MINIMUM * avant) return null
  return { avant, maintenant, ecarts: ecart / ((etendue / D2) * Math.SQRT2) }
}

/** The figures of the territory that have moved in a year, from the one that moved most beside how its months vary. */
export const chiffresQuiOntBouge = (
  indicateurs: readonly FicheIndicateur[],
  historique: Historique,
  territoire: string,
): Mouvement[] =>
  indicateurs
    .flatMap((fiche) => {
      const mesure = ampleur(findSerie(historique, 'TERRITOIRE', territoire, fiche.code) ?? [])
      return mesure === null || mesure.ecarts <= ECARTS ? [] : [{ fiche, ...mesure }]
    })
    .toSorted((a, b) => b.ecarts - a.ecarts)
