import { formatJours } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { type Jour, joursEntre } from '../../ingest/socle/jour.ts'
import { quantile } from '../../metrics/stats/quantile.ts'
import type { Echeance, Obligation } from '../agenda.ts'

/** A measure of the gestionnaire's own work, over a year and the one before. */
export interface Activite {
  readonly libelle: string
  readonly cetteAnnee: string
  readonly attendu: string
  readonly avant: string
  readonly constat: string
}

/** Something treated: when it came, when it was done or refused. */
export interface Traite {
  readonly recu: Jour
  readonly fait: Jour
}

const AUCUN = '–'

const deLAnnee = (jour: Jour, annee: number): boolean => jour.slice(0, 4) === String(annee)

/** Those whose date has come in a year: done, or late. */
const echues = (echeances: readonly Echeance[], annee: number, obligation: Obligation | null): Echeance[] =>
  echeances.filter(
    (e) => (obligation === null || e.obligation === obligation) && e.etat !== 'A_FAIRE' && deLAnnee(e.echeance, annee),
  )

const surTemps = (e: readonly Echeance[]): string =>
  e.length === 0 ? AUCUN : `${e.filter(({ retard }) => retard === 0).length} sur ${e.length}`

const direRetards = (e: readonly Echeance[]): string => {
  const faites = e.filter(({ etat, retard }) => etat === 'FAITE' && retard > 0).length
  const restent = e.filter(({ etat }) => etat === 'EN_RETARD').length
  const dits = [
    faites === 0 ? '' : `${faites} ${accord(faites, 'faite')} en retard`,
    restent === 0 ? '' : `${restent} en retard`,
  ].filter((dit) => dit !== '')
  if (e.length === 0) return 'rien n’est encore échu'
  return dits.length === 0 ? 'aucun retard' : dits.join(', ')
}

const aTemps = (
  libelle: string,
  echeances: readonly Echeance[],
  annee: number,
  obligation: Obligation | null,
): Activite => {
  const [cette, avant] = [echues(echeances, annee, obligation), echues(echeances, annee - 1, obligation)]
  return {
    libelle,
    cetteAnnee: surTemps(cette),
    attendu: cette.length === 0 ? AUCUN : String(cette.length),
    avant: surTemps(avant),
    constat: direRetards(cette),
  }
}

const median = (traites: readonly Traite[], annee: number): number | null =>
  quantile(
    traites.filter(({ fait }) => deLAnnee(fait, annee)).map(({ recu, fait }) => joursEntre(recu, fait)),
    0.5,
  )

/** What the calendar and the records measure by themselves: nobody can change it. */
export const mesurerActivite = (
  echeances: readonly Echeance[],
  signalements: readonly Traite[],
  annee: number,
): Activite[] => [
  aTemps('Contrôles signés à temps', echeances, annee, 'CONTROLE'),
  aTemps('Comptes rendus envoyés sous sept jours', echeances, annee, 'COMPTE_RENDU_REUNION'),
  {
    libelle: 'Doublons signalés, délai médian de traitement',
    cetteAnnee: formatJours(median(signalements, annee)),
    attendu: AUCUN,
    avant: formatJours(median(signalements, annee - 1)),
    constat: compte(
      signalements.filter(({ fait }) => deLAnnee(fait, annee)).length,
      'signalement traité',
      'signalements traités',
    ),
  },
  aTemps('Obligations tenues à temps', echeances, annee, null),
]
