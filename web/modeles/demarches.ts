import { formatJours } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { type Jour, joursEntre } from '../../ingest/socle/jour.ts'
import { quantile } from '../../metrics/stats/quantile.ts'
import { ETATS_DEMARCHE, type EtatDemarche, type ListeDemarches } from '../demarches/mots.ts'
import { SORTES } from '../demarches/registre.ts'
import type { ResumeDemarche } from '../demarches/vue.ts'
import type { Colonne } from './tri.ts'

/** Lines that one page of the list shows. */
export const DEMARCHES_PAR_PAGE = 50

const ATTENDENT: readonly EtatDemarche[] = ['RECUE', 'EN_COURS', 'TRANSMISE']

/** Somebody still has to answer it. */
export const attend = ({ etat }: Pick<ResumeDemarche, 'etat'>): boolean => ATTENDENT.includes(etat)

/** It is accepted, and something is still to be done or shown. */
const estSuivie = ({ etat, sorte }: Pick<ResumeDemarche, 'etat' | 'sorte'>): boolean =>
  etat === 'ACCEPTEE' || (etat === 'FAITE' && SORTES[sorte].confirmee !== undefined)

export const estDeLaListe = (liste: ListeDemarches, demarche: Pick<ResumeDemarche, 'etat' | 'sorte'>): boolean => {
  if (liste === 'QUESTIONS') return demarche.sorte === 'QUESTION'
  if (attend(demarche)) return liste === 'ATTENTE'
  return liste === (estSuivie(demarche) ? 'SUIVIES' : 'TERMINEES')
}

/** What waits first, the oldest before; then the rest, the latest before. */
export const ordreDesDemarches = (a: ResumeDemarche, b: ResumeDemarche): number => {
  const age = joursEntre(b.recueLe, a.recueLe) || a.id - b.id
  return Number(attend(b)) - Number(attend(a)) || (attend(a) ? age : -age)
}

/** Days from the sending of a démarche to its treatment, or to today while it waits. */
export const ageDe = ({ recueLe, traiteeLe }: ResumeDemarche, aujourdhui: Jour): number =>
  joursEntre(recueLe, traiteeLe ?? aujourdhui)

const rangs = Object.keys(ETATS_DEMARCHE) as EtatDemarche[]

const COLONNES_DEMARCHES: readonly Colonne<ResumeDemarche>[] = [
  { cle: 'demarche', libelle: 'Démarche', valeur: ({ sorte }) => SORTES[sorte].libelle },
  { cle: 'numeros', libelle: 'Numéros', valeur: ({ numeros }) => numeros[0] ?? null },
  { cle: 'service', libelle: 'Service', valeur: ({ service }) => service },
  { cle: 'etape', libelle: 'Étape', valeur: ({ etat }) => rangs.indexOf(etat) },
  { cle: 'recue', libelle: 'Reçue le', fortDabord: true, valeur: ({ recueLe }) => recueLe },
]

/** What the question desk shows beside: days to pass it on, days to answer it. */
const COLONNES_QUESTIONS: readonly Colonne<ResumeDemarche>[] = [
  ...COLONNES_DEMARCHES.filter(({ cle }) => cle !== 'numeros'),
  {
    cle: 'transmise',
    libelle: 'Transmise',
    precision: 'en jours',
    nombre: true,
    valeur: ({ recueLe, transmiseLe }) => (transmiseLe === null ? null : joursEntre(recueLe, transmiseLe)),
  },
  {
    cle: 'repondue',
    libelle: 'Répondue',
    precision: 'en jours',
    nombre: true,
    valeur: ({ recueLe, traiteeLe }) => (traiteeLe === null ? null : joursEntre(recueLe, traiteeLe)),
  },
]

/** The columns of a list; a service that reads its own is not told whose they are. */
export const colonnesDe = (liste: ListeDemarches, duGuichet: boolean): readonly Colonne<ResumeDemarche>[] =>
  (liste === 'QUESTIONS' ? COLONNES_QUESTIONS : COLONNES_DEMARCHES).filter(({ cle }) => !duGuichet || cle !== 'service')

const mediane = (delais: readonly number[]): number | null => quantile(delais, 0.5)

/** « 12 questions. Délai médian : 2 j pour transmettre (3 questions), 4 j pour répondre (9). » */
export const direDelais = (questions: readonly ResumeDemarche[]): string => {
  const transmises = questions.flatMap(({ recueLe, transmiseLe }) =>
    transmiseLe === null ? [] : [joursEntre(recueLe, transmiseLe)],
  )
  const repondues = questions.flatMap(({ recueLe, traiteeLe }) =>
    traiteeLe === null ? [] : [joursEntre(recueLe, traiteeLe)],
  )
  const dire = (delais: readonly number[], verbe: string, aucune: string): string =>
    delais.length === 0
      ? aucune
      : `${formatJours(mediane(delais))} pour ${verbe} (${compte(delais.length, 'question')})`
  return `Délai médian : ${dire(transmises, 'transmettre au support national', 'aucune transmise')}, ${dire(repondues, 'répondre', 'aucune répondue')}.`
}
