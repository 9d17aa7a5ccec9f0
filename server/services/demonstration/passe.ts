import { debutMois, enJour, type Jour, type Mois, moisEntre, moisPlus, plusJours } from '../../../ingest/socle/jour.ts'
import type { MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import type { EtatTerritoire } from '../../lecture/territoires.ts'

/**
 * What the past of a demonstration is made with. It goes into the records and not into the audit log, which tells only
 * what was done on this machine.
 */
export interface Passe {
  readonly lecteur: Lecteur
  readonly territoire: string
  readonly etat: EtatTerritoire
  readonly aujourdhui: Jour
}

/** How the demonstration's accounts sign what they did. */
export const AUTEURS = {
  gestionnaire: { par: 'gestionnaire@demo.exemple', nom: 'Camille Martin' },
  etat: { par: 'etat@demo.exemple', nom: 'Dominique Bernard' },
  guichet: { par: 'guichet@demo.exemple', nom: 'Alix Durand' },
} as const

/** The instant of a day, at an hour of work. */
export const aLHeure = (jour: Jour, heure = '10:15:00'): string => `${jour} ${heure}`

/** The n-th day of the month after one. */
export const leMoisSuivant = (mois: Mois, n: number): Jour => plusJours(enJour(`${moisPlus(mois, 1)}-01`), n - 1)

export const moisDuPasse = ({ etat }: Passe): readonly Mois[] => {
  const [premier, dernier] = [etat.calcules[0], etat.calcules.at(-1)]
  return premier && dernier ? moisEntre(premier.mois, dernier.mois) : []
}

/** A month computed so many months before the last; undefined where there is none. */
export const ilYA = ({ etat }: Passe, n: number): MoisCalcule | undefined => {
  const dernier = etat.calcules.at(-1)
  return dernier && etat.calcules.find(({ mois }) => mois === moisPlus(dernier.mois, -n))
}

export const estPasse = ({ aujourdhui }: Passe, jour: Jour): boolean => jour <= aujourdhui

/** Since the calendar began, and not after today. */
export const estDuPasse = (passe: Passe, jour: Jour): boolean => {
  const [premier] = moisDuPasse(passe)
  return premier !== undefined && jour >= debutMois(premier) && estPasse(passe, jour)
}

/** The years that the past covers, from the first month computed to today's. */
export const anneesDuPasse = (passe: Passe): number[] => {
  const [premier] = moisDuPasse(passe)
  if (premier === undefined) return []
  const debut = Number(premier.slice(0, 4))
  return Array.from({ length: Number(passe.aujourdhui.slice(0, 4)) - debut + 1 }, (_, i) => debut + i)
}
