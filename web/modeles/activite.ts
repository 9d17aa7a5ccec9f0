import { formatJours } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { type Jour, joursEntre } from '../../ingest/socle/jour.ts'
import { quantile } from '../../metrics/stats/quantile.ts'
import type { Echeance, Obligation } from '../agenda.ts'

/** Something treated: when it came, when it was done or refused. */
export interface Traite {
  readonly recue: Jour
  readonly traitee: Jour
}

/** A departure whose day has come: when its access was to be closed, and the days past it. */
export interface DepartSuivi {
  readonly due: Jour
  /** Until it was closed, or until today. */
  readonly jours: number
  readonly clos: boolean
}

/** What records give of the work, besides the calendar. */
export interface Traitements {
  readonly doublons: readonly Traite[]
  readonly acces: readonly Traite[]
  readonly departs: readonly DepartSuivi[]
  /** Absent where nothing records them. */
  readonly reclamations?: readonly Traite[]
  readonly questions?: readonly Traite[]
}

/** A figure of the gestionnaire's own work in a year, computed and changed by nobody: done in time out of how many, or a median delay. */
export interface ChiffreActivite {
  readonly code: string
  readonly libelle: string
  readonly tenus: number | null
  readonly attendus: number | null
  /** In days; null where nothing was treated. */
  readonly mediane: number | null
  readonly nombre: number
  readonly constat: string
}

/** The same over a year and the one before, as the page tells it. */
export interface Activite {
  readonly code: string
  readonly libelle: string
  readonly cetteAnnee: string
  readonly attendu: string
  readonly avant: string
  readonly constat: string
}

const AUCUN = '–'

const deLAnnee = (jour: Jour, annee: number): boolean => jour.slice(0, 4) === String(annee)

/** How long things took to be treated, in median days, and how many were. */
export const delaisDeTraitement = (traites: readonly Traite[]): { mediane: number | null; nombre: number } => ({
  mediane: quantile(
    traites.map(({ recue, traitee }) => joursEntre(recue, traitee)),
    0.5,
  ),
  nombre: traites.length,
})

/** Those whose date has come in a year: done, or late. A month without a snapshot has no date to keep. */
const echues = (echeances: readonly Echeance[], annee: number, obligation: Obligation | null): Echeance[] =>
  echeances.filter(
    (e) =>
      (obligation === null || e.obligation === obligation) &&
      (e.etat === 'FAITE' || e.etat === 'EN_RETARD') &&
      !e.sansInstantane &&
      deLAnnee(e.echeance, annee),
  )

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

const aTemps = (code: string, libelle: string, echeances: readonly Echeance[]): ChiffreActivite => ({
  ...{ code, libelle, mediane: null },
  tenus: echeances.filter(({ retard }) => retard === 0).length,
  attendus: echeances.length,
  nombre: echeances.length,
  constat: direRetards(echeances),
})

const delai = (
  code: string,
  libelle: string,
  traites: readonly Traite[],
  [un, plusieurs]: readonly [string, string],
): ChiffreActivite => {
  const { mediane, nombre } = delaisDeTraitement(traites)
  return { ...{ code, libelle, mediane, nombre, tenus: null, attendus: null }, constat: compte(nombre, un, plusieurs) }
}

/** Departures closed the day they were to be, among those whose day has come. */
const departsClos = (departs: readonly DepartSuivi[]): ChiffreActivite => {
  const dus = departs.filter(({ clos, jours }) => clos || jours > 0)
  const attendent = dus.filter(({ clos }) => !clos).length
  return {
    ...{ code: 'DEPARTS', libelle: 'Départs clos le jour même', mediane: null },
    tenus: dus.filter(({ clos, jours }) => clos && jours === 0).length,
    attendus: dus.length,
    nombre: dus.length,
    constat:
      dus.length === 0
        ? 'aucun départ signalé'
        : attendent === 0
          ? 'tous sont clos'
          : compte(attendent, 'n’est pas clos', 'ne sont pas clos'),
  }
}

/** The figures of a year. */
export const chiffresDeLAnnee = (
  echeances: readonly Echeance[],
  { doublons, reclamations, acces, questions, departs }: Traitements,
  annee: number,
): ChiffreActivite[] => {
  const traites = (liste: readonly Traite[]) => liste.filter(({ traitee }) => deLAnnee(traitee, annee))
  return [
    aTemps('CONTROLES', 'Contrôles signés à temps', echues(echeances, annee, 'CONTROLE')),
    aTemps(
      'COMPTES_RENDUS',
      'Comptes rendus envoyés sous sept jours',
      echues(echeances, annee, 'COMPTE_RENDU_REUNION'),
    ),
    delai('DOUBLONS', 'Doublons signalés, délai médian de traitement', traites(doublons), [
      'signalement traité',
      'signalements traités',
    ]),
    ...(reclamations === undefined
      ? []
      : [
          delai('RECLAMATIONS', 'Réclamations, délai médian de traitement', traites(reclamations), [
            'réclamation traitée',
            'réclamations traitées',
          ]),
        ]),
    delai('ACCES', 'Demandes d’accès, délai médian de réponse', traites(acces), [
      'demande répondue',
      'demandes répondues',
    ]),
    ...(questions === undefined
      ? []
      : [
          delai('QUESTIONS', 'Questions, délai médian de réponse', traites(questions), [
            'question répondue',
            'questions répondues',
          ]),
        ]),
    departsClos(departs.filter(({ due }) => deLAnnee(due, annee))),
    aTemps('OBLIGATIONS', 'Obligations tenues à temps', echues(echeances, annee, null)),
  ]
}

const direChiffre = ({ tenus, attendus, mediane }: ChiffreActivite): string => {
  if (attendus === null) return formatJours(mediane)
  return attendus === 0 ? AUCUN : `${tenus ?? 0} sur ${attendus}`
}

/** What the calendar and the records measure by themselves, in words: nobody can change it. */
export const mesurerActivite = (
  echeances: readonly Echeance[],
  traitements: Traitements,
  annee: number,
): Activite[] => {
  const avant = chiffresDeLAnnee(echeances, traitements, annee - 1)
  return chiffresDeLAnnee(echeances, traitements, annee).map((chiffre) => {
    const precedent = avant.find(({ code }) => code === chiffre.code)
    return {
      code: chiffre.code,
      libelle: chiffre.libelle,
      cetteAnnee: direChiffre(chiffre),
      attendu: chiffre.attendus === null || chiffre.attendus === 0 ? AUCUN : String(chiffre.attendus),
      avant: precedent === undefined ? AUCUN : direChiffre(precedent),
      constat: chiffre.constat,
    }
  })
}
