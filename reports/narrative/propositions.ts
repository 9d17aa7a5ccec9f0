import { formatMois, formatNombre } from '../../ingest/socle/francais/format.ts'
import { accord, compte, dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { moisDe } from '../../ingest/socle/jour.ts'
import type { MatiereDuSemestre } from '../rapports/matiere.ts'
import { enAlerteDe } from './alertes.ts'
import { preuveDe } from './changements.ts'
import type { Constat } from './constat.ts'
import { mesuresDuSemestre } from './mesures.ts'

const INDICATEURS_CITES = 3
/** Alerts of one indicator under which nothing general is asked. */
const ALERTES_MINIMUM = 3

/** The indicators that keep the most entities in alert when the semester ends. */
const parIndicateur = (matiere: MatiereDuSemestre): Constat[] => {
  const fin = matiere.etats[0]?.fin
  if (fin === undefined) return []
  const { mots } = enAlerteDe(matiere)
  const niveau = mots[0] === 'guichet' ? 'GUICHET' : 'SERVICE'
  return matiere.fiches
    .map((fiche) => ({
      fiche,
      lignes: matiere.etats.filter(
        (ligne) => ligne.niveau === niveau && ligne.indicateur === fiche.code && ligne.statut_affiche === 'ALERTE',
      ),
    }))
    .filter(({ lignes }) => lignes.length >= ALERTES_MINIMUM)
    .toSorted((a, b) => b.lignes.length - a.lignes.length)
    .slice(0, INDICATEURS_CITES)
    .map(({ fiche, lignes }) => ({
      regle: 'RAPPEL',
      texte: fr(
        `Décider d’un rappel aux services sur « ${dansPhrase(fiche.libelle)} » : ${compte(lignes.length, ...mots)} en alerte en ${formatMois(moisDe(fin))}.`,
      ),
      preuves: lignes.map(preuveDe),
    }))
}

/** Those that were in alert at both ends of the semester. */
const quiDurent = (matiere: MatiereDuSemestre): Constat[] => {
  const { avant, enAlerte, mots } = enAlerteDe(matiere)
  const durent = [...enAlerte].filter((entite) => avant?.has(entite))
  return durent.length === 0
    ? []
    : [
        {
          regle: 'ALERTES_QUI_DURENT',
          texte: fr(
            `Décider des suites pour les alertes qui durent : ${compte(durent.length, ...mots)} ${accord(durent.length, 'était déjà', 'étaient déjà')} en alerte à la fin du semestre précédent.`,
          ),
          preuves: [],
        },
      ]
}

/** The measures that have reached the comité and the préfet. */
const mesuresSignalees = (matiere: MatiereDuSemestre): Constat[] =>
  mesuresDuSemestre(matiere)
    .enCours.filter(({ etat }) => etat === 'SIGNALEMENT_COPIL_PREFET')
    .map(({ reference, nom }) => ({
      regle: 'MESURE_SIGNALEE',
      texte: fr(
        `Se prononcer sur les suites de la mesure ${reference} (${nom}), signalée au comité de pilotage et au préfet.`,
      ),
      preuves: [],
    }))

/** Leases signed that no attribution shows. */
const attributionsManquantes = (matiere: MatiereDuSemestre): Constat[] => {
  const ligne = matiere.etats.find(
    ({ niveau, indicateur }) => niveau === 'TERRITOIRE' && indicateur === 'attributions_manquantes',
  )
  const n = ligne?.numerateur ?? 0
  return ligne === undefined || n <= 0
    ? []
    : [
        {
          regle: 'ATTRIBUTIONS_MANQUANTES',
          texte: fr(
            `Demander aux bailleurs la saisie des attributions manquantes : ${formatNombre(n)} ${accord(n, 'bail signé', 'baux signés')} sans attribution saisie en ${formatMois(moisDe(ligne.fin))}.`,
          ),
          preuves: [preuveDe(ligne)],
        },
      ]
}

/** Attributions whose record is dated before the lease: one of the two dates is wrong. */
const datesImpossibles = ({ saisiesIrregulieres }: MatiereDuSemestre): Constat[] =>
  saisiesIrregulieres
    .filter(({ nature, n }) => nature === 'ANTERIEURE' && n > 0)
    .map(({ guichets, n }) => ({
      regle: 'DATES_IMPOSSIBLES',
      texte: fr(
        `Demander la correction de ${compte(n, 'attribution')} ${accord(n, 'saisie', 'saisies')} avant la signature du bail, chez ${compte(guichets, 'guichet')}.`,
      ),
      preuves: [],
    }))

/** What the figures ask to be decided, each with what shows it: proposals, that the gestionnaire keeps, words anew or drops. */
export const propositions = (matiere: MatiereDuSemestre): Constat[] => [
  ...mesuresSignalees(matiere),
  ...quiDurent(matiere),
  ...parIndicateur(matiere),
  ...attributionsManquantes(matiere),
  ...datesImpossibles(matiere),
]
