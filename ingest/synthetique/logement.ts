import { CALIBRAGE } from './calibrage.ts'
import type { Hasard } from './hasard.ts'
import type { Menage } from './menage.ts'
import type { Pratique } from './pratiques.ts'
import { choisir, choixParmi } from './tirage.ts'
import { VOIES } from './voies.ts'

/** What is recorded of an attribution, as it is written. */
export interface Logement {
  readonly bail: boolean
  readonly siren: string
  readonly rpls: string
  readonly adresse: string
  readonly commune: string
  readonly typologie: string
  readonly surface: string
  readonly qpv: string
  readonly reservataire: string
  readonly dalo: string
  readonly mutation: string
}

const RESERVATAIRES = choixParmi([
  ['EMPLOYEURS', 30],
  ['ETAT_PRIORITAIRES', 26],
  ['COLLECTIVITES', 19],
  ['NON_RESERVE', 18],
  ['ETAT_FONCTIONNAIRES', 7],
] as const)
const OUBLIS = choixParmi([['bail', 15], ['siren', 10], ['dalo', 30], ['rpls', 45]] as const)

const drawReservataire = (hasard: Hasard): string =>
  hasard.arrive(CALIBRAGE.reservataireAutre) ? 'AUTRE' : choisir(RESERVATAIRES, hasard)

/** Draws what a guichet records: an unknown that counts at its true rate, and the RPLS number replaced by the dwelling's fields. */
export const drawLogement = (menage: Menage, siren: string, p: Pratique, commune: string, hasard: Hasard): Logement => {
  const incomplete = hasard.arrive(p.attributions_incompletes)
  const sansReservataire = incomplete && hasard.arrive(p.reservataires_absents / p.attributions_incompletes)
  const oubli = incomplete && !sansReservataire ? choisir(OUBLIS, hasard) : ''
  const rpls = hasard.entier(1e10)
  const taille = Number(menage.typologie.slice(1))
  return {
    bail: oubli !== 'bail',
    siren: oubli === 'siren' ? '' : siren,
    rpls: oubli === 'rpls' || hasard.arrive(CALIBRAGE.rplsAbsent) ? '' : String(rpls).padStart(10, '0'),
    adresse: oubli === 'rpls' ? '' : `${1 + hasard.entier(120)} ${hasard.parmi(VOIES)}`,
    commune,
    typologie: menage.typologie,
    surface: `${18 + taille * 14 + hasard.entier(12)},${hasard.entier(10)}`,
    qpv: hasard.arrive(0.32) ? 'O' : 'N',
    reservataire: sansReservataire ? '' : drawReservataire(hasard),
    dalo: oubli === 'dalo' ? '' : hasard.arrive(0.07) ? 'O' : 'N',
    mutation: menage.logement === 'LOCATAIRE_HLM' && hasard.arrive(0.5) ? 'O' : 'N',
  }
}
