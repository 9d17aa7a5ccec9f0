import { formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import { accord, compte, dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { type Jour, plusJours } from '../../ingest/socle/jour.ts'
import type { AlerteQualifiee } from '../alertes.ts'
import type { FaitDuPoint } from '../controles.ts'
import type { MesureVue } from '../mesure-vue.ts'
import { citer, fait } from './faits-controle.ts'

/** Days ahead of which a due date is told. */
const JOURS_A_VENIR = 31

/** The alerts that stand with a reason, of the latest month: why, and until when. */
export const faitExpliquees = (alertes: readonly AlerteQualifiee[]): FaitDuPoint => {
  const expliquees = alertes.flatMap(({ etat, explication, libelle, fiche }) =>
    etat === 'EXPLIQUE' && explication !== null ? [{ explication, libelle, fiche }] : [],
  )
  const aTraiter = alertes.filter(({ etat }) => etat === 'A_TRAITER').length
  const n = expliquees.length
  const raisons = expliquees.map(
    ({ libelle, fiche, explication: { raison, jusqua } }) =>
      `${libelle}, ${dansPhrase(fiche.libelle)} (${dansPhrase(raison)}, jusqu’en ${formatMois(jusqua)})`,
  )
  return fait(
    'ALERTES_EXPLIQUEES',
    n === 0 ? 'Aucune alerte expliquée' : compte(n, 'alerte expliquée', 'alertes expliquées'),
    `${n === 0 ? '.' : ` : ${citer(raisons)}.`} ${aTraiter === 0 ? 'Aucune ne reste à traiter.' : `${compte(aTraiter, 'reste', 'restent')} à traiter.`}`,
    { expliquees: n, a_traiter: aTraiter },
  )
}

/** Explanations are about the latest month's alerts. */
export const SANS_EXPLICATIONS = fait(
  'ALERTES_EXPLIQUEES',
  '',
  'Les explications se lisent sur les alertes du dernier mois mesuré, qui n’est pas celui-ci.',
)

/** The measures that are not closed: those whose due date has passed, and those whose date comes within a month. */
export const faitMesures = (mesures: readonly MesureVue[], aujourdhui: Jour): FaitDuPoint => {
  const ouvertes = mesures.filter(({ etat }) => etat !== 'CLOSE')
  const nommer = ({ reference, nom, echeance }: MesureVue) => `${reference}, ${nom} (${formatJour(echeance)})`
  const passees = ouvertes.filter(({ enRetard }) => enRetard)
  const bientot = ouvertes.filter(
    ({ enRetard, echeance }) => !enRetard && echeance >= aujourdhui && echeance <= plusJours(aujourdhui, JOURS_A_VENIR),
  )
  const phrases = [
    passees.length === 0
      ? 'Aucune échéance n’est passée.'
      : `${compte(passees.length, 'échéance')} ${accord(passees.length, 'passée')} : ${citer(passees.map(nommer))}.`,
    bientot.length === 0 ? 'Aucune ne vient dans le mois.' : `À venir dans le mois : ${citer(bientot.map(nommer))}.`,
  ]
  return fait(
    'MESURES',
    ouvertes.length === 0 ? 'Aucune mesure ouverte' : compte(ouvertes.length, 'mesure ouverte', 'mesures ouvertes'),
    ouvertes.length === 0 ? '.' : `. ${phrases.join(' ')}`,
    { ouvertes: ouvertes.length, echeances_passees: passees.length, echeances_a_venir: bientot.length },
  )
}
