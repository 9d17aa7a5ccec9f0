import {
  deMois,
  formatJour,
  formatJours,
  formatMois,
  formatNombre,
  formatPart,
  nomMois,
} from '../../ingest/socle/francais/format.ts'
import { accord, compte, enumerer } from '../../ingest/socle/francais/phrase.ts'
import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import type { RapportInstantane } from '../../ingest/store/rapport.ts'
import type { FaitDuPoint, Point } from '../controles.ts'

export const fait = (
  point: Point,
  nombre: string,
  phrase: string,
  chiffres: FaitDuPoint['chiffres'] = {},
): FaitDuPoint => ({
  point,
  nombre,
  phrase,
  chiffres,
})

const NOMMEES = 3

/** « a, b et 4 autres ». */
export const citer = (termes: readonly string[]): string =>
  termes.length <= NOMMEES + 1
    ? enumerer(termes)
    : enumerer([...termes.slice(0, NOMMEES), compte(termes.length - NOMMEES, 'autre')])

type Rapport = Pick<RapportInstantane, 'lignes' | 'rejetees' | 'valeurs_inconnues' | 'colonnes_vides'>

/** What the month's import says, and the columns that the one before had filled. */
export const faitChargement = (rapport: Rapport, avant: (Rapport & { readonly mois: Mois }) | null): FaitDuPoint => {
  const inconnues = Object.values(rapport.valeurs_inconnues).reduce((n, vues) => n + Object.keys(vues).length, 0)
  const deja = new Set(avant?.colonnes_vides ?? [])
  const vides = rapport.colonnes_vides.filter((colonne) => !deja.has(colonne))
  const part = rapport.lignes === 0 ? null : rapport.rejetees / rapport.lignes
  const videsEnMots =
    avant === null
      ? `${compte(rapport.colonnes_vides.length, 'colonne vide', 'colonnes vides')}`
      : vides.length === 0
        ? `aucune colonne vide de plus qu’en ${nomMois(avant.mois)}`
        : `${compte(vides.length, 'colonne vide', 'colonnes vides')} de plus qu’en ${nomMois(avant.mois)} (${enumerer(vides)})`
  return fait(
    'CHARGEMENT',
    compte(rapport.lignes, 'ligne lue', 'lignes lues'),
    `, ${formatNombre(rapport.rejetees)} ${accord(rapport.rejetees, 'rejetée')}${part === null ? '' : ` (${formatPart(part, 2)})`}, ${inconnues === 0 ? 'aucune valeur non reconnue' : compte(inconnues, 'valeur non reconnue', 'valeurs non reconnues')}, ${videsEnMots}.`,
    {
      lignes: rapport.lignes,
      rejetees: rapport.rejetees,
      valeurs_inconnues: inconnues,
      colonnes_vides: rapport.colonnes_vides.length,
      colonnes_vides_de_plus: avant === null ? null : vides.length,
    },
  )
}

export interface ForcagesDuMois {
  /** Null where the month does not measure them. */
  readonly forcees: number | null
  readonly avant: { readonly mois: Mois; readonly forcees: number | null } | null
  readonly injustifiees: number
  /** Of these, those of which nobody has said anything. */
  readonly aQualifier: number
}

export const faitForcages = ({ forcees, avant, injustifiees, aQualifier }: ForcagesDuMois): FaitDuPoint => {
  const ecart = forcees === null || avant?.forcees == null ? null : forcees - avant.forcees
  const evolution =
    ecart === null || avant === null
      ? ''
      : ecart === 0
        ? `, autant qu’en ${nomMois(avant.mois)}`
        : `, ${formatNombre(Math.abs(ecart))} de ${ecart > 0 ? 'plus' : 'moins'} qu’en ${nomMois(avant.mois)}`
  const reste =
    injustifiees === 0
      ? 'Toutes paraissent justifiées.'
      : `${formatNombre(injustifiees)} sans nécessité apparente, ${aQualifier === 0 ? 'toutes qualifiées' : `dont ${formatNombre(aQualifier)} à qualifier`}.`
  return fait(
    'FORCAGES',
    forcees === null ? 'Forçages non mesurables' : compte(forcees, 'demande forcée', 'demandes forcées'),
    forcees === 0 ? `${evolution}.` : `${evolution}. ${reste}`,
    { forcees, injustifiees, a_qualifier: aQualifier },
  )
}

export interface AttributionsDuMois {
  /** Why they are not measured; null where they are. */
  readonly raison: string | null
  readonly mediane: number | null
  /** The last month whose leases are not all recorded, and what it should come to. */
  readonly dernier: { readonly mois: Mois; readonly saisies: number; readonly estimees: number } | null
  /** Leases that no attribution shows; null without the landlords' file. */
  readonly manquantes: { readonly baux: number; readonly services: number } | null
  readonly silences: number
  readonly irregularites: number
}

export const faitAttributions = (a: AttributionsDuMois): FaitDuPoint => {
  if (a.raison !== null) return fait('ATTRIBUTIONS', '', a.raison)
  const phrases = [
    a.dernier === null
      ? ''
      : `${compte(a.dernier.saisies, 'saisie')} pour ${formatMois(a.dernier.mois)}, environ ${formatNombre(Math.round(a.dernier.estimees))} attendues.`,
    a.manquantes === null
      ? 'Les baux manquants ne se mesurent pas sans le fichier des bailleurs.'
      : a.manquantes.baux === 0
        ? 'Aucun bail ne manque.'
        : `${compte(a.manquantes.baux, 'bail manque', 'baux manquent')}, chez ${compte(a.manquantes.services, 'bailleur')}.`,
    a.silences === 0 ? '' : `${compte(a.silences, 'bailleur n’a', 'bailleurs n’ont')} rien saisi depuis trois mois.`,
    a.irregularites === 0
      ? 'Aucune saisie irrégulière dans le mois.'
      : `${compte(a.irregularites, 'saisie irrégulière', 'saisies irrégulières')} dans le mois.`,
  ]
  return fait(
    'ATTRIBUTIONS',
    a.mediane === null ? 'Délai médian non mesurable' : `Délai médian de ${formatJours(a.mediane)}`,
    `. ${phrases.filter((phrase) => phrase !== '').join(' ')}`,
    {
      delai_median: a.mediane,
      saisies: a.dernier?.saisies ?? null,
      estimees: a.dernier?.estimees ?? null,
      manquantes: a.manquantes?.baux ?? null,
      silences: a.silences,
      irregularites: a.irregularites,
    },
  )
}

export interface DoublonsDuMois {
  /** Null where no search was made. */
  readonly aQualifier: number | null
  readonly instantane: Jour | null
  readonly signalements: number
  /** The day on which the oldest waiting one was sent. */
  readonly plusAncien: Jour | null
}

export const faitDoublons = ({ aQualifier, instantane, signalements, plusAncien }: DoublonsDuMois): FaitDuPoint => {
  const attente =
    signalements === 0
      ? 'aucun signalement en attente'
      : `${compte(signalements, 'signalement')} en attente${plusAncien === null ? '' : `, le plus ancien du ${formatJour(plusAncien)}`}`
  return fait(
    'DOUBLONS',
    aQualifier === null
      ? 'Aucune recherche de doublons'
      : aQualifier === 0
        ? 'Aucun groupe à qualifier'
        : compte(aQualifier, 'groupe à qualifier', 'groupes à qualifier'),
    `${instantane === null ? '' : ` au ${formatJour(instantane)}`}, ${attente}.`,
    { groupes_a_qualifier: aQualifier, signalements_en_attente: signalements },
  )
}

/** A month without snapshot: nothing is known of it. */
export const sansInstantane = (point: Point, mois: Mois): FaitDuPoint =>
  point === 'CHARGEMENT'
    ? fait(point, 'Aucun instantané', ` ne clôt ${formatMois(mois)}.`)
    : fait(point, '', `Rien ne se mesure sans l’instantané ${deMois(formatMois(mois))}.`)
