import type { Jour } from '../../../ingest/socle/jour.ts'
import { MOTIFS_SIGNALEMENT, type MotifSignalement, type SorteHabilitation } from '../../../web/habilitations.ts'
import type { Condition } from '../machine.ts'
import type { Situation } from './situation.ts'

/** What acts are judged by. */
export interface FaitsHabilitation extends Pick<Situation, 'ouverteLe' | 'profil' | 'quitte'> {
  readonly sorte: SorteHabilitation
  readonly aujourdhui: Jour
}

/** What a person typed of an act; what the act does not ask is empty. */
export interface SaisieHabilitation {
  readonly jour: Jour | null
  readonly departLe: Jour | null
  readonly code: MotifSignalement | null
  readonly texte: string
}

export const RIEN_DE_SAISI: SaisieHabilitation = { jour: null, departLe: null, code: null, texte: '' }

type ConditionHabilitation = Condition<FaitsHabilitation, SaisieHabilitation>

const entre = (jour: Jour | null, debut: Jour, fin: Jour): jour is Jour => jour !== null && jour >= debut && jour <= fin

export const UN_JOUR_PASSE: ConditionHabilitation = {
  exige: 'le jour de l’ouverture, qui n’est pas à venir',
  manque: ({ aujourdhui }, { jour }) =>
    jour === null || jour > aujourdhui ? 'L’ouverture porte un jour qui n’est pas à venir.' : null,
}

export const UN_DERNIER_JOUR: ConditionHabilitation = {
  exige: 'le dernier jour du certificat',
  manque: ({ ouverteLe }, { jour }) =>
    jour === null || jour < ouverteLe ? 'Le dernier jour du certificat est une date, depuis l’ouverture.' : null,
}

export const UN_PROFIL: ConditionHabilitation = {
  exige: 'un autre profil',
  manque: ({ profil }, { texte }) =>
    texte === '' || texte === profil ? 'Dire le nouveau profil, différent de l’ancien.' : null,
}

const POUR_UN_AGENT = 'Seule l’habilitation d’un agent se confirme ou se signale par son service.'

export const UN_AGENT: ConditionHabilitation = {
  exige: 'un agent',
  manque: ({ sorte }) => (sorte === 'AGENT' ? null : POUR_UN_AGENT),
}

/** A reason, the day it is reported and, for who left, their last day. */
export const UN_SIGNALEMENT: ConditionHabilitation = {
  exige: 'un agent, un motif, le jour du signalement et, pour un départ, le dernier jour de l’agent',
  manque: ({ sorte, ouverteLe, aujourdhui }, { code, jour, departLe }) => {
    if (sorte !== 'AGENT') return POUR_UN_AGENT
    if (code === null || !Object.hasOwn(MOTIFS_SIGNALEMENT, code)) return 'Dire pourquoi l’habilitation est à clore.'
    if (!entre(jour, ouverteLe, aujourdhui))
      return 'Le signalement porte le jour où il a été reçu, depuis l’ouverture et jusqu’à aujourd’hui.'
    if (code !== 'DEPART') return null
    return departLe === null || departLe < ouverteLe
      ? 'Un départ porte le dernier jour de l’agent, depuis l’ouverture de l’habilitation.'
      : null
  },
}

export const UN_MOTIF: ConditionHabilitation = {
  exige: 'un motif',
  manque: (_, { texte }) => (texte === '' ? 'Dire pourquoi.' : null),
}

export const UN_JOUR_DE_CLOTURE: ConditionHabilitation = {
  exige: 'le jour où le système national a clos l’accès',
  manque: ({ ouverteLe, aujourdhui }, { jour }) =>
    entre(jour, ouverteLe, aujourdhui)
      ? null
      : 'La clôture porte le jour où le système national a fermé l’accès, depuis l’ouverture et jusqu’à aujourd’hui.',
}
