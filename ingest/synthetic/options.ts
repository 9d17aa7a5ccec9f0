import { ErreurInfocentre } from '../socle/erreur.ts'
import { estJour, finMois, type Jour, moisDe, moisPlus } from '../socle/jour.ts'
import type { SeuilsEn } from './seuils.ts'

export interface OptionsGenerer {
  readonly dossier: string
  /** Three characters: 013 for the Bouches-du-Rhône. */
  readonly territoire: string
  /** Active at the last snapshot, approximately. */
  readonly demandes: number
  readonly mois: number
  /** Date of the last snapshot. */
  readonly fin: Jour
  readonly graine: number
  /** The alert thresholds that guichets are drawn around, and their true rates judged by. */
  readonly seuilsEn: SeuilsEn
  /** Progress, from 0 to the total. */
  readonly suivi?: (fait: number, total: number) => void
}

const MOIS_MAXIMUM = 240

const refuser = (option: string, message: string): never => {
  throw new ErreurInfocentre('OPTION_INVALIDE', message, { option })
}

const entierEntre = (n: number, bas: number, haut: number): boolean => Number.isSafeInteger(n) && n >= bas && n <= haut

export const verifierOptions = ({ demandes, mois, fin, graine }: OptionsGenerer): void => {
  if (!entierEntre(demandes, 1, 100_000_000))
    refuser('demandes', 'Le nombre de demandes doit être un entier d’au moins 1.')
  if (!entierEntre(mois, 1, MOIS_MAXIMUM))
    refuser('mois', `Le nombre de mois doit être un entier de 1 à ${MOIS_MAXIMUM}.`)
  if (!entierEntre(graine, 0, Number.MAX_SAFE_INTEGER))
    refuser('graine', 'La graine doit être un entier positif ou nul.')
  if (!estJour(fin) || fin < '2015-01-01' || fin > '2100-01-01')
    refuser('fin', 'La date du dernier instantané doit être une date AAAA-MM-JJ, de 2015 à 2099.')
}

/** Days of the snapshots, the first first: the ends of the months before, then the last one's own day. */
export const datesDesInstantanes = ({ mois, fin }: OptionsGenerer): Jour[] =>
  Array.from({ length: mois }, (_, k) => (k === mois - 1 ? fin : finMois(moisPlus(moisDe(fin), k - mois + 1))))
