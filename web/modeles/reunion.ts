import { formatJour } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { ActeDecision, ActeReunion, EtatDecision, EtatReunion, NatureReunion, Presence } from '../agenda.ts'

export interface PresenceVue {
  readonly service: string | null
  readonly libelle: string
  readonly presence: Presence
  readonly mandataire: string | null
}

/** Something done, with who did it and when (`AAAA-MM-JJTHH:MM`). */
export interface ActeVu {
  readonly acte: ActeReunion
  readonly jour: Jour | null
  readonly texte: string
  readonly par: string
  readonly le: string
}

export interface DecisionVue {
  readonly id: number
  readonly texte: string
  readonly qui: string
  readonly pourLe: Jour | null
  readonly etat: EtatDecision
  readonly suites: readonly {
    readonly acte: ActeDecision
    readonly texte: string
    readonly par: string
    readonly le: string
  }[]
}

/** A meeting as it stands. */
export interface ReunionVue {
  readonly id: number
  readonly nature: NatureReunion
  readonly etat: EtatReunion
  readonly prevueLe: Jour
  readonly lieu: string
  readonly ordreDuJour: string
  /** When the convocation was sent, and to whom. */
  readonly convoquee: { readonly le: Jour; readonly a: string } | null
  readonly tenueLe: Jour | null
  readonly envoyeLe: Jour | null
  readonly presences: readonly PresenceVue[]
  readonly decisions: readonly DecisionVue[]
  readonly actes: readonly ActeVu[]
}

/** The day it was held, or is to be. */
export const jourDeReunion = ({ tenueLe, prevueLe }: ReunionVue): Jour => tenueLe ?? prevueLe

const compterPresences = ({ presences }: ReunionVue, presence: Presence): number =>
  presences.filter((p) => p.presence === presence).length

/** « 41 présents, 6 mandats »; what is known of one that is not held yet. */
export const direReunion = (r: ReunionVue): string => {
  if (r.etat === 'ANNULEE') return 'annulée'
  if (r.tenueLe === null)
    return r.convoquee === null
      ? `${r.lieu === '' ? '' : `${r.lieu}, `}à convoquer`
      : `${r.lieu === '' ? '' : `${r.lieu}, `}convocations envoyées le ${formatJour(r.convoquee.le)}`
  const presents = compterPresences(r, 'PRESENT')
  const mandats = compterPresences(r, 'REPRESENTE')
  const faites = r.decisions.filter(({ etat }) => etat === 'FAITE').length
  return [
    r.presences.length === 0
      ? ''
      : `${compte(presents, 'présent')}${mandats === 0 ? '' : `, ${compte(mandats, 'mandat')}`}`,
    r.decisions.length === 0 ? '' : `${compte(r.decisions.length, 'décision')}, ${faites} ${accord(faites, 'faite')}`,
    r.envoyeLe === null ? 'compte rendu à envoyer' : `compte rendu envoyé le ${formatJour(r.envoyeLe)}`,
  ]
    .filter((phrase) => phrase !== '')
    .join(', ')
}
