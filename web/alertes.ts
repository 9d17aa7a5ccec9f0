import { accord } from '../ingest/socle/francais/phrase.ts'
import type { Jour, Mois } from '../ingest/socle/jour.ts'
import type { FicheIndicateur } from './fiche-indicateur.ts'
import type { PointMesure } from './mesures.ts'

/** Where the qualification of a line in alert stands, in words. */
export const ETATS_ALERTE = {
  A_TRAITER: 'À traiter',
  EXPLIQUE: 'Expliquée',
  EN_MESURE: 'En mesure',
} as const

export type EtatAlerte = keyof typeof ETATS_ALERTE

export const ACTES_ALERTE = {
  EXPLIQUER: 'Alerte expliquée',
  OUVRIR_MESURE: 'Mesure ouverte ou jointe',
  REVENIR: 'Explication échue ou dépassée',
  RELEVER: 'Mesure close, toujours en alerte',
} as const

export type ActeAlerte = keyof typeof ACTES_ALERTE

/** Why an alert may stand without a measure. */
export const RAISONS_ALERTE = {
  EFFECTIF: 'Peu d’actes, un ou deux changent tout',
  RATTRAPAGE: 'Rattrapage ou reprise de saisie',
  LOGICIEL: 'Changement de logiciel ou d’interface',
  ORGANISATION: 'Poste vacant ou changement d’organisation',
  DONNEES: 'Défaut de l’extraction ou du système national',
  EN_COURS: 'Correction en cours, effet attendu',
  AUTRE: 'Autre raison',
} as const

export type RaisonAlerte = keyof typeof RAISONS_ALERTE

export interface ExplicationVue {
  readonly raison: string
  readonly texte: string
  readonly jusqua: Mois
  readonly par: string
  readonly le: Jour
}

/** A line in alert, and what was made of it. */
export interface AlerteQualifiee {
  /** `GUICHET|B0001|forcages`. */
  readonly cle: string
  readonly niveau: 'GUICHET' | 'SERVICE'
  readonly entite: string
  readonly libelle: string
  readonly fiche: Pick<FicheIndicateur, 'code' | 'libelle' | 'unite'>
  readonly point: PointMesure
  readonly seuil: number | null
  readonly etat: EtatAlerte
  /** The last one given, whether it still holds or not. */
  readonly explication: ExplicationVue | null
  /** The open measure that follows it. */
  readonly mesure: { readonly id: number; readonly reference: string } | null
}

/** How long an explanation may be. */
export const LONGUEUR_EXPLICATION = 500

/** « 12 à traiter, 3 expliquées, 2 en mesure » */
export const direQualifications = (alertes: readonly Pick<AlerteQualifiee, 'etat'>[]): string => {
  const combien = (etat: AlerteQualifiee['etat']) => alertes.filter((alerte) => alerte.etat === etat).length
  const [aTraiter, expliquees, enMesure] = [combien('A_TRAITER'), combien('EXPLIQUE'), combien('EN_MESURE')]
  return [
    `${aTraiter} à traiter`,
    ...(expliquees === 0 ? [] : [`${expliquees} ${accord(expliquees, 'expliquée')}`]),
    ...(enMesure === 0 ? [] : [`${enMesure} en mesure`]),
  ].join(', ')
}
