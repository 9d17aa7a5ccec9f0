import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as commun } from '@zxcvbn-ts/language-common'
import { dictionary as francais } from '@zxcvbn-ts/language-fr'

export const LONGUEUR_MINIMALE = 12
const LONGUEUR_MAXIMALE = 256

/** The lowest score kept, from 0 to 4: 2 stands for more than a hundred million guesses. */
const SCORE_MINIMAL = 3

const mesure = new ZxcvbnFactory({ dictionary: { ...commun, ...francais }, graphs: adjacencyGraphs })

/** Letters and digits that must be left once the words anyone would try first are taken away. */
const RESTE_MINIMAL = 8

const motsDe = (proches: readonly string[]): string[] =>
  [...proches, 'infocentre']
    .map((proche) => proche.toLowerCase())
    .flatMap((proche) => [proche, ...proche.split(/[^\p{L}\p{N}]+/u)])
    .filter((mot) => mot.length > 2)
    .sort((a, b) => b.length - a.length)

const resteSans = (motDePasse: string, mots: readonly string[]): number =>
  mots.reduce((reste, mot) => reste.replaceAll(mot, ''), motDePasse.toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '').length

/** Why a password is refused, as a sentence; null where it is kept. `proches` are words that anyone would try first. */
export const reprocheDe = (motDePasse: string, proches: readonly string[]): string | null => {
  if ([...motDePasse].length < LONGUEUR_MINIMALE)
    return `Le mot de passe doit avoir au moins ${LONGUEUR_MINIMALE} caractères.`
  if (motDePasse.length > LONGUEUR_MAXIMALE)
    return `Le mot de passe doit avoir au plus ${LONGUEUR_MAXIMALE} caractères.`
  const mots = motsDe(proches)
  if (resteSans(motDePasse, mots) < RESTE_MINIMAL)
    return 'Ce mot de passe est trop proche de votre nom ou de votre adresse : choisir d’autres mots.'
  return mesure.check(motDePasse, mots).score < SCORE_MINIMAL
    ? 'Ce mot de passe est trop courant ou trop facile à deviner : choisir plusieurs mots sans rapport.'
    : null
}
