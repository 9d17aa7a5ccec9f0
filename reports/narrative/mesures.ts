import { accord, capitale, compte, enLettres, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { MesureVue } from '../../web/mesure-vue.ts'
import type { MatiereDuSemestre } from '../rapports/matiere.ts'
import type { Constat } from './constat.ts'

/** What became of the measures during the semester. */
export interface MesuresDuSemestre {
  readonly ouvertes: readonly MesureVue[]
  readonly formalisees: readonly MesureVue[]
  readonly signalees: readonly MesureVue[]
  readonly closes: readonly MesureVue[]
  /** Not closed when it ends. */
  readonly enCours: readonly MesureVue[]
}

export const mesuresDuSemestre = ({ mesures, semestre }: MatiereDuSemestre): MesuresDuSemestre => {
  const dans = (jour: Jour | null) => jour !== null && jour >= semestre.debut && jour <= semestre.fin
  return {
    ouvertes: mesures.filter(({ ouverteLe }) => dans(ouverteLe)),
    formalisees: mesures.filter(({ formaliseeLe }) => dans(formaliseeLe)),
    signalees: mesures.filter(({ signaleeLe }) => dans(signaleeLe)),
    closes: mesures.filter(({ closeLe }) => dans(closeLe)),
    enCours: mesures.filter(
      ({ ouverteLe, closeLe }) => ouverteLe <= semestre.fin && (closeLe === null || closeLe > semestre.fin),
    ),
  }
}

/** « Quatre mesures ont été ouvertes, deux ont été closes et une a été signalée au comité et au préfet. » */
export const constatDesMesures = (matiere: MatiereDuSemestre): Constat[] => {
  const { ouvertes, formalisees, signalees, closes, enCours } = mesuresDuSemestre(matiere)
  const faits = [
    [ouvertes.length, 'a été ouverte', 'ont été ouvertes'],
    [formalisees.length, 'a été formalisée', 'ont été formalisées'],
    [closes.length, 'a été close', 'ont été closes'],
    [
      signalees.length,
      'a été signalée au comité de pilotage et au préfet',
      'ont été signalées au comité de pilotage et au préfet',
    ],
  ] as const
  const dits = faits.filter(([n]) => n > 0)
  if (dits.length === 0) return []
  const phrases = dits.map(([n, un, plusieurs], i) =>
    i === 0
      ? `${capitale(enLettres(n, 'f'))} ${accord(n, 'mesure')} ${accord(n, un, plusieurs)}`
      : `${enLettres(n, 'f')} ${accord(n, un, plusieurs)}`,
  )
  const reste =
    enCours.length === 0
      ? 'Aucune n’est en cours à la fin du semestre.'
      : `À la fin du semestre, ${compte(enCours.length, 'mesure')} ${accord(enCours.length, 'est', 'sont')} en cours.`
  return [{ regle: 'MESURES', texte: fr(`${enumerer(phrases)}. ${reste}`), preuves: [] }]
}
