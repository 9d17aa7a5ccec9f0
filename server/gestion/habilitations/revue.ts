import { type Jour, jourDeLInstant } from '../../../ingest/socle/jour.ts'
import type {
  ActeCampagne,
  ActeReponse,
  BilanRevue,
  DecisionRevue,
  EtatCampagne,
  EtatReponse,
  ReponseLigne,
} from '../../../web/habilitations.ts'
import type { Situation } from './situation.ts'

interface ActeDeCampagne {
  readonly acte: ActeCampagne
  readonly vers: EtatCampagne
  readonly jour: Jour | null
  readonly le: string
}

/** Where a review stands, told by its history alone. */
export interface SituationCampagne {
  readonly etat: EtatCampagne
  readonly lanceeLe: Jour
  readonly echeance: Jour
  /** The day it last ended; null while it is under way. */
  readonly termineeLe: Jour | null
}

/**
 * Reads the history of a review, the oldest first.
 *
 * @throws RangeError where it does not begin with its launch.
 */
export const situationDeCampagne = (actes: readonly ActeDeCampagne[]): SituationCampagne => {
  const [lancement] = actes
  const fin = actes.at(-1)
  const echeance = actes.findLast(({ jour }) => jour !== null)?.jour
  if (lancement?.acte !== 'LANCER' || fin === undefined || echeance == null)
    throw new RangeError('l’histoire d’une revue commence par son lancement')
  const fermee = fin.vers === 'TERMINEE' ? actes.findLast(({ acte }) => acte === 'TERMINER') : undefined
  return {
    etat: fin.vers,
    lanceeLe: jourDeLInstant(lancement.le),
    echeance,
    termineeLe: fermee === undefined ? null : jourDeLInstant(fermee.le),
  }
}

interface ActeDeReponse {
  readonly acte: ActeReponse
  readonly vers: EtatReponse
  readonly le: string
}

export const etatDeReponse = (actes: readonly ActeDeReponse[]): EtatReponse => actes.at(-1)?.vers ?? 'ATTENDUE'

/** The days on which a service was reminded. */
export const relancesDe = (actes: readonly ActeDeReponse[]): Jour[] =>
  actes.filter(({ acte }) => acte === 'RELANCER').map(({ le }) => jourDeLInstant(le))

interface LigneDite {
  readonly habilitation: number
  readonly decision: DecisionRevue
  readonly depart_le: Jour | null
}

/** What a service last said of each agent. */
export const reponsesDe = (lignes: readonly LigneDite[]): ReadonlyMap<number, ReponseLigne> =>
  new Map(
    lignes.map(({ habilitation, decision, depart_le }) => [habilitation, { decision, departLe: depart_le }] as const),
  )

/** Whether a service is asked about an access: an agent's, not closed, of which nothing is reported. */
export const estARevoir = ({ etat }: Pick<Situation, 'etat'>): boolean => etat === 'OUVERTE'

/** How many agents are said to be kept, closed, gone, unknown. */
export const bilanDe = (reponses: Iterable<ReponseLigne>): BilanRevue => {
  const bilan = { GARDER: 0, FERMER: 0, PARTIE: 0, INCONNUE: 0 }
  for (const { decision } of reponses) bilan[decision] += 1
  return bilan
}

/** What a recap shows, in one line each: it is signed only as it still is. */
export const marqueDuRecap = (id: number, reponse: ReponseLigne | null): string =>
  `${id} ${reponse?.decision ?? ''} ${reponse?.departLe ?? ''}`.trim()
