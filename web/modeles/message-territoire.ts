import { formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { accord, dansPhrase, enLettres, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { type FaceALaNorme, faceAuxNormes } from './face-aux-normes.ts'

/** What a page about the whole territory says first: a sentence to remember, then by how much norms are not held. */
export interface Message {
  readonly titre: string
  /** Empty where every norm is held. */
  readonly suite: string
}

/** What is told of each kind at most: the rest is in the table beneath. */
const PREMIERES = 3

const dire = ({ fiche, valeur, norme }: FaceALaNorme): string =>
  `${dansPhrase(fiche.libelle)} (${formatValeur(fiche.unite, valeur)} pour ${formatRepere(fiche.unite, norme)})`

const titreDe = (tenues: number, depassees: readonly FaceALaNorme[]): string => {
  const total = tenues + depassees.length
  if (total === 0) return 'Aucune norme n’est encore mesurée sur le territoire'
  if (depassees.length === 0)
    return `Le territoire tient ${accord(total, 'la seule norme mesurée', `les ${enLettres(total, 'f')} normes mesurées`)}`
  if (tenues === 0)
    return `Le territoire ne tient ${accord(total, 'pas la seule norme mesurée', `aucune des ${enLettres(total, 'f')} normes mesurées`)}`
  const pire = dansPhrase(depassees[0]?.fiche.libelle ?? '')
  return `Le territoire tient ${enLettres(tenues, 'f')} ${accord(tenues, 'norme')} sur ${enLettres(total, 'f')} ; ${accord(depassees.length, 'la seule dépassée', 'la plus dépassée')} : ${pire}`
}

const suiteDe = (depassees: readonly FaceALaNorme[]): string => {
  if (depassees.length === 0) return ''
  const premieres = depassees.slice(0, PREMIERES)
  const sujet =
    premieres.length < depassees.length
      ? 'Les plus dépassées'
      : accord(depassees.length, 'Est au-dessus', 'Sont au-dessus')
  return `${sujet} : ${enumerer(premieres.map(dire))}.`
}

/** Whether the territory, as a whole, holds its norms. The rows are its own, of the month. */
export const messageTerritoire = (
  indicateurs: readonly FicheIndicateur[],
  lignes: readonly LigneIndicateur[],
): Message => {
  const { tenues, depassees } = faceAuxNormes(indicateurs, lignes)
  return { titre: fr(titreDe(tenues.length, depassees)), suite: fr(suiteDe(depassees)) }
}
