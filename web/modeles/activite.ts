import { formatJours } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { enJour, type Jour } from '../../ingest/socle/jour.ts'
import type { Echeance, Obligation } from '../agenda.ts'
import type { FamilleDemarche } from '../demarches/mots.ts'
import {
  type DemarcheTraitee,
  delaiDeTransmission,
  delaiMedian,
  type Periode,
  traiteesDans,
} from './delais-demarches.ts'

/** A measure of the gestionnaire's own work, over a year and the one before. */
export interface Activite {
  readonly libelle: string
  readonly cetteAnnee: string
  readonly attendu: string
  readonly avant: string
  readonly constat: string
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

const anneeDe = (annee: number): Periode => ({ debut: enJour(`${annee}-01-01`), fin: enJour(`${annee}-12-31`) })

const delai = (
  libelle: string,
  demarches: readonly DemarcheTraitee[],
  famille: FamilleDemarche,
  annee: number,
  dire: (cette: readonly DemarcheTraitee[]) => string,
): Activite => {
  const [cette, avant] = [annee, annee - 1].map((une) => traiteesDans(demarches, famille, anneeDe(une)))
  return {
    libelle,
    cetteAnnee: formatJours(delaiMedian(cette ?? [])),
    attendu: AUCUN,
    avant: formatJours(delaiMedian(avant ?? [])),
    constat: dire(cette ?? []),
  }
}

const direQuestions = (questions: readonly DemarcheTraitee[]): string => {
  const transmises = questions.filter(({ transmis }) => transmis !== null)
  const dites = compte(questions.length, 'question répondue', 'questions répondues')
  return transmises.length === 0
    ? dites
    : `${dites}, dont ${transmises.length} ${accord(transmises.length, 'transmise')} en ${formatJours(delaiDeTransmission(transmises))}`
}

/** What the calendar and the records measure by themselves: nobody can change it. */
export const mesurerActivite = (
  echeances: readonly Echeance[],
  demarches: readonly DemarcheTraitee[],
  annee: number,
): Activite[] => [
  aTemps('Contrôles signés à temps', echeances, annee, 'CONTROLE'),
  aTemps('Comptes rendus envoyés sous sept jours', echeances, annee, 'COMPTE_RENDU_REUNION'),
  delai('Doublons signalés, délai médian de traitement', demarches, 'DOUBLON', annee, ({ length }) =>
    compte(length, 'signalement traité', 'signalements traités'),
  ),
  delai('Réclamations, délai médian de traitement', demarches, 'RECLAMATION', annee, ({ length }) =>
    compte(length, 'réclamation traitée', 'réclamations traitées'),
  ),
  delai('Questions, délai médian de réponse', demarches, 'QUESTION', annee, direQuestions),
  aTemps('Obligations tenues à temps', echeances, annee, null),
]
