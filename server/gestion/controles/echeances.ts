import { reporter } from '../../../ingest/socle/feries.ts'
import {
  finMois,
  type Jour,
  joursEntre,
  type Mois,
  moisDe,
  moisEntre,
  moisPlus,
  plusJours,
} from '../../../ingest/socle/jour.ts'
import { JOURS_DU_CONTROLE } from '../../../ingest/socle/regles/gestion.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'

/** The day by which the control of a month is to be signed, from the date of its snapshot. */
export const echeanceDuControle = (instantane: Jour, territoire: string): Jour =>
  reporter(plusJours(instantane, regleEn(JOURS_DU_CONTROLE, instantane)), territoire)

/** The first day on which a month without a snapshot may be signed without one. */
export const signableSansInstantane = (mois: Mois): Jour =>
  plusJours(finMois(mois), regleEn(JOURS_DU_CONTROLE, finMois(mois)))

/** The months to control: from the first that has a snapshot to the last that has ended. None before the first. */
export const moisAControler = (premier: Mois | undefined, aujourdhui: Jour): Mois[] =>
  premier === undefined ? [] : moisEntre(premier, moisPlus(moisDe(aujourdhui), -1))

/** How long after its due date something was done, or is still to do; 0 on the day itself and before. */
export const retardDe = (echeance: Jour, jusqua: Jour): number => Math.max(0, joursEntre(echeance, jusqua))
