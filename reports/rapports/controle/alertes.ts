import { formatMois, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { type AlerteQualifiee, ETATS_ALERTE } from '../../../web/alertes.ts'
import { direAlertes, ligneDe } from '../../../web/modeles/changement.ts'
import type { Bloc } from '../../document.ts'
import type { Section } from '../../rapport.ts'
import { chiffre, dit, entier, phrase, repere } from '../blocs.ts'
import type { AlerteDuControle, ChiffresDuControle, MatiereDuControle } from './matiere.ts'

const cleDe = ({ niveau, entite, indicateur }: AlerteDuControle['ligne']): string => `${niveau}|${entite}|${indicateur}`

const clesDe = (passages: ChiffresDuControle['passages']['entrees']): ReadonlySet<string> =>
  new Set(passages.map((passage) => cleDe(ligneDe(passage))))

/** « À traiter », « Expliquée, jusqu’en décembre 2026 », « En mesure n° 2026-03 » */
const direSuite = (suite: AlerteQualifiee | null): string => {
  if (suite === null) return '–'
  if (suite.etat === 'EXPLIQUE' && suite.explication !== null)
    return `${ETATS_ALERTE.EXPLIQUE}, jusqu’en ${formatMois(suite.explication.jusqua)}`
  return suite.mesure === null ? ETATS_ALERTE[suite.etat] : `${ETATS_ALERTE[suite.etat]} n° ${suite.mesure.reference}`
}

/** Whether what was made of the alerts is told of this month. */
const estSuivie = (alertes: readonly AlerteDuControle[]): boolean => alertes.some(({ suite }) => suite !== null)

const table = (
  titre: string,
  feuille: string,
  alertes: readonly AlerteDuControle[],
  aggravees: ReadonlySet<string>,
): Bloc[] =>
  alertes.length === 0
    ? []
    : [
        {
          sorte: 'table',
          titre: `${titre} (${formatNombre(alertes.length)})`,
          feuille,
          colonnes: [
            { intitule: 'Guichet ou service', part: 2.6 },
            { intitule: 'Indicateur', part: 2.6 },
            { intitule: 'Valeur', nombre: true, part: 1 },
            { intitule: 'Sur', nombre: true, part: 0.9 },
            { intitule: 'Norme', nombre: true, part: 0.9 },
            { intitule: 'Mois en alerte', nombre: true, part: 1 },
            ...(estSuivie(alertes) ? [{ intitule: 'Suite donnée', part: 2 }] : []),
          ],
          lignes: alertes.map(({ ligne, fiche, seuil, duree, suite }) => [
            dit(`${ligne.libelle} (${ligne.entite})`),
            dit(
              `${fiche.libelle}${ligne.surDouzeMois ? ' (sur douze mois)' : ''}${aggravees.has(cleDe(ligne)) ? ', aggravée' : ''}`,
            ),
            chiffre(fiche.unite, ligne.valeur),
            entier(ligne.denominateur),
            repere(fiche.unite, seuil),
            entier(duree),
            ...(estSuivie(alertes) ? [dit(direSuite(suite))] : []),
          ]),
          note: '',
        },
      ]

const expliquees = (alertes: readonly AlerteDuControle[]): Bloc[] => {
  const lignes = alertes.flatMap(({ ligne, fiche, suite }) =>
    suite?.etat === 'EXPLIQUE' && suite.explication !== null
      ? [
          [
            dit(`${ligne.libelle} : ${fiche.libelle}`),
            dit(
              suite.explication.texte === ''
                ? suite.explication.raison
                : `${suite.explication.raison}\n${suite.explication.texte}`,
            ),
            dit(formatMois(suite.explication.jusqua)),
          ],
        ]
      : [],
  )
  return lignes.length === 0
    ? []
    : [
        {
          sorte: 'table',
          titre: `Alertes expliquées (${formatNombre(lignes.length)})`,
          feuille: 'Expliquées',
          colonnes: [
            { intitule: 'Alerte', part: 3 },
            { intitule: 'Raison', part: 3.4 },
            { intitule: 'Jusqu’à la fin de', part: 1.4 },
          ],
          lignes,
          note: '',
        },
      ]
}

const levees = ({ passages, fiches }: ChiffresDuControle): Bloc[] => {
  const libelles = new Map(fiches.map(({ code, libelle }) => [code, libelle]))
  return passages.sorties.length === 0
    ? []
    : [
        {
          sorte: 'table',
          titre: `Alertes levées (${formatNombre(passages.sorties.length)})`,
          feuille: 'Levées',
          colonnes: [
            { intitule: 'Guichet ou service', part: 3 },
            { intitule: 'Indicateur', part: 3 },
          ],
          lignes: passages.sorties
            .map(ligneDe)
            .map(({ libelle, entite, indicateur }) => [
              dit(`${libelle} (${entite})`),
              dit(libelles.get(indicateur) ?? indicateur),
            ]),
          note: '',
        },
      ]
}

/** The alerts of the month: those that entered, those that stand and since when, those that are explained, those that left. */
export const alertes: Section<MatiereDuControle> = {
  code: 'alertes',
  titre: 'Les alertes',
  rediger: ({ chiffres }) => {
    if (chiffres === null) return []
    const { passages, moisAvant, alertes: toutes } = chiffres
    const nouvelles = clesDe(passages.entrees)
    const aggravees = clesDe(passages.aggravees)
    return [
      phrase(
        moisAvant === null
          ? `Premier mois mesuré : ${toutes.length === 0 ? 'aucune alerte' : compte(toutes.length, 'alerte')}.`
          : `Depuis ${formatMois(moisAvant)}. ${direAlertes(passages)}`,
      ),
      ...table(
        'Alertes nouvelles',
        'Nouvelles',
        toutes.filter(({ ligne }) => nouvelles.has(cleDe(ligne))),
        aggravees,
      ),
      ...table(
        'Alertes en cours',
        'En cours',
        toutes.filter(({ ligne }) => !nouvelles.has(cleDe(ligne))),
        aggravees,
      ),
      ...expliquees(toutes),
      ...levees(chiffres),
    ]
  },
}
