import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as commun } from '@zxcvbn-ts/language-common'
import { dictionary as francais } from '@zxcvbn-ts/language-fr'

export const LONGUEUR_MINIMALE = 12
const LONGUEUR_MAXIMALE = 256

/** The lowest score kept, from 0 to 4: 2 stands for more than a hundred million guesses. */
const SCORE_MINIMAL = 3

const mesure = new ZxcvbnFactory({ dictionary: { ...commun, ...francais }, graphs: adjacencyGraphs })

/** Why a password is refused, as a sentence; null where it is kept. `proches` are words that anyone would try first. */
export const reprocheDe = (motDePasse: string, proches: readonly string[]): string | null => {
  if ([...motDePasse].length < LONGUEUR_MINIMALE)
    return `Le mot de passe doit avoir au moins ${LONGUEUR_MINIMALE} caractères.`
  if (motDePasse.length > LONGUEUR_MAXIMALE)
    return `Le mot de passe doit avoir au plus ${LONGUEUR_MAXIMALE} caractères.`
  const mots = proches.flatMap((proche) => [proche, ...proche.split(/[^\p{L}\p{N}]+/u)]).filter((mot) => mot.length > 2)
  const { score } = mesure.check(motDePasse, [...mots, 'infocentre'])
  return score < SCORE_MINIMAL
    ? 'Ce mot de passe est trop courant ou trop facile à deviner : choisir plusieurs mots sans rapport.'
    : null
}
