import { choixParmi } from './tirage.ts'

/**
 * What the simulation is set on; yearly rates unless said. Published figures for the Bouches-du-Rhône: 85 428 active
 * demandes at 31/12/2020, about 113 000 at the end of 2024; 45 000 to 55 000 new a year, 9 000 to 10 000 attributions,
 * 32 000 to 40 000 other radiations; 49 % renewed after a year (2024).
 */
export const CALIBRAGE = {
  croissance: 0.045,
  /** Years simulated before the first snapshot. */
  anneesAvant: 12,
  attributions: 0.093,
  autresDeparts: 0.045,
  /** Probability to renew at the end of the first year, then of each later one. */
  premierRenouvellement: 0.49,
  renouvellementsSuivants: 0.76,
  /** Modifications by year of validity. */
  modifications: 0.12,
  changementsDeNom: 0.02,
  partPortail: 0.65,
  suitesPortailDuPortail: 0.7,
  suitesPortailDuGuichet: 0.15,
  suitesMemeGuichet: 0.75,
  mutations: 0.295,
  reactivations: 0.01,
  sansPreavis: 0.005,
  associations: 0.004,
  rfrAbsentPortail: 0.35,
  rfrAbsentGuichet: 0.56,
  rplsAbsent: 0.065,
  reservataireAutre: 0.085,
  /** Duplicates that the exact keys do not see: a letter, an inverted date, the spouse. */
  doublonsCaches: 0.013,
  jumeaux: 0.003,
  fratries: 0.004,
  homonymes: 0.004,
} as const

/** Registrations by month of the year, January first, around 1. */
export const SAISONS = [1.1, 1.0, 1.05, 0.98, 0.94, 1.0, 0.95, 0.78, 1.18, 1.14, 1.02, 0.86] as const

/** Registrations by day of the week, Monday first. */
export const SEMAINE = [1.1, 1.1, 1, 1, 0.9, 0.25, 0.15] as const

export const DEPARTS = choixParmi([
  ['RENONCIATION', 45],
  ['ABSENCE_REPONSE', 28],
  ['IRRECEVABILITE', 20],
  ['AUTRE', 7],
] as const)

/** The assumptions, as they are printed. */
export const HYPOTHESES: readonly string[] = [
  'Département fictif : aucune personne, aucun bailleur n’y est réel ; communes et intercommunalités le sont.',
  'Bouches-du-Rhône : 85 428 demandes actives au 31/12/2020, dont 29,5 % de mutations, environ 113 000 fin 2024 ; croissance de 4,5 % par an.',
  'Pour 110 000 demandes actives : 45 000 à 55 000 nouvelles par an, 9 000 à 10 000 attributions, 32 000 à 40 000 autres radiations.',
  '49 % des demandes sont renouvelées au bout d’un an, 76 % les années suivantes.',
  '65 % des demandes sont enregistrées en ligne ; les dix premiers guichets font 70 % du reste.',
  'Doublons : 2 à 4 % des demandes ; forçages : 1 à 2 %, dont trois guichets entre 8 et 15 %.',
  'Attributions saisies en 10 jours (médiane), 60 jours au neuvième décile ; un bailleur saisit par trimestre.',
  'Numéro RPLS absent de 5 à 10 % des attributions ; réservataire « autre » ou absent de 10 à 15 %.',
  'Revenu fiscal de référence absent de 35 % des demandes en ligne et de 56 % aux guichets.',
]
