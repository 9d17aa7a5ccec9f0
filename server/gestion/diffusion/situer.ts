import { addMilliseconds } from 'date-fns'
import type { EtatEnvoi, IssueEnvoi } from '../../../web/diffusion.ts'
import { momentDe } from '../../horloge.ts'

/** One thing that happened of a message. */
export interface Tentative {
  readonly issue: IssueEnvoi
  /** `AAAA-MM-JJ HH:MM:SS` */
  readonly le: string
}

const MINUTE = 60_000

/** How long after each failed attempt the next is made, in milliseconds; past the last, somebody is to decide. */
export const DELAIS_DE_REPRISE = [5, 30, 120, 480, 1440].map((minutes) => minutes * MINUTE)

/** How long an attempt may last: past it, the process that made it is no more. */
export const DUREE_D_UN_ESSAI = 10 * MINUTE

/** What a message is judged by, beside what happened of it. */
export interface ContexteEnvoi {
  readonly maintenant: Date
  /** Its end is the same twice over: it may be tried again without harm. */
  readonly sansRisque: boolean
}

export interface SituationEnvoi {
  readonly etat: EtatEnvoi
  /** Attempts since it was last asked for. */
  readonly essais: number
  /** When it is to be tried again; null where it is not. */
  readonly reprise: Date | null
}

const FINS: Partial<Readonly<Record<IssueEnvoi, EtatEnvoi>>> = {
  PARTIE: 'ENVOYE',
  DEPOSEE: 'DEPOSE',
  REFUSEE: 'EN_ECHEC',
  ANNULEE: 'ANNULE',
}

/**
 * Where a message stands, from all that happened of it since it was asked for. One that was begun and whose end nobody saw may
 * have left: it is not sent again unless that does no harm, or somebody asks.
 */
export const situerEnvoi = (
  { le, tentatives }: { readonly le: string; readonly tentatives: readonly Tentative[] },
  { maintenant, sansRisque }: ContexteEnvoi,
): SituationEnvoi => {
  const depuis = tentatives.slice(tentatives.findLastIndex(({ issue }) => issue === 'RELANCEE') + 1)
  const essais = depuis.filter(({ issue }) => issue === 'COMMENCEE').length
  const derniere = depuis.at(-1)
  const quand = momentDe(tentatives.at(-1)?.le ?? le)
  if (derniere === undefined) return { etat: 'EN_ATTENTE', essais, reprise: quand }
  const fin = FINS[derniere.issue]
  if (fin !== undefined) return { etat: fin, essais, reprise: null }
  if (derniere.issue === 'COMMENCEE') {
    if (sansRisque) return { etat: 'EN_ATTENTE', essais, reprise: quand }
    const enCours = addMilliseconds(quand, DUREE_D_UN_ESSAI) > maintenant
    return { etat: enCours ? 'EN_COURS' : 'INCERTAIN', essais, reprise: null }
  }
  const delai = DELAIS_DE_REPRISE[essais - 1]
  return delai === undefined
    ? { etat: 'EN_ECHEC', essais, reprise: null }
    : { etat: 'A_REPRENDRE', essais, reprise: addMilliseconds(quand, delai) }
}
