import { type Jour, jourDeLInstant } from '../../../ingest/socle/jour.ts'
import type { ActeDemarche, EtatDemarche } from '../../../web/demarches/mots.ts'
import type { ActeDemarcheRange } from '../../state/demarches.ts'

/** Where a démarche stands, and on which day each step was reached; null for those that were not. */
export interface SituationDemarche {
  readonly etat: EtatDemarche
  /** Who sent it. */
  readonly auteur: string
  readonly recueLe: Jour
  readonly priseLe: Jour | null
  readonly transmiseLe: Jour | null
  /** Done, refused or answered: what delays are measured to. */
  readonly traiteeLe: Jour | null
  readonly confirmeeLe: Jour | null
}

const TRAITENT: readonly ActeDemarche[] = ['FAIRE', 'REFUSER', 'REPONDRE']

/** What the history of a démarche says; a démarche has its sending at least. */
export const situationDemarche = (actes: readonly ActeDemarcheRange[]): SituationDemarche => {
  const envoi = actes[0]
  if (envoi === undefined) throw new RangeError('une démarche sans envoi')
  const jourDu = (...voulus: readonly ActeDemarche[]): Jour | null => {
    const trouve = actes.find(({ acte }) => voulus.includes(acte))
    return trouve === undefined ? null : jourDeLInstant(trouve.le)
  }
  return {
    etat: actes.at(-1)?.vers ?? 'RECUE',
    auteur: envoi.par,
    recueLe: jourDeLInstant(envoi.le),
    priseLe: jourDu('PRENDRE'),
    transmiseLe: jourDu('TRANSMETTRE'),
    traiteeLe: jourDu(...TRAITENT),
    confirmeeLe: jourDu('CONFIRMER'),
  }
}

/** The numbers that a démarche named, and the one noted since, the last. */
export const numerosDe = ({
  numeros,
  actes,
}: {
  readonly numeros: readonly string[]
  readonly actes: readonly Pick<ActeDemarcheRange, 'numero'>[]
}): readonly string[] => [...new Set([...numeros, ...actes.flatMap(({ numero }) => numero ?? [])])]
