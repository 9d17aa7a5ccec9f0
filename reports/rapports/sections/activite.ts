import { formatJour, formatJours, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { nomObligation } from '../../../web/agenda.ts'
import type { Bloc } from '../../document.ts'
import type { ChampASaisir, Section } from '../../rapport.ts'
import { dit, phrase, points, sousTitre } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'
import { saisi } from './commun.ts'

const CHAMPS: readonly ChampASaisir[] = [
  { code: 'chartes', libelle: 'Chartes', aide: 'Ce qui a été fait pour les faire connaître et suivre.' },
  {
    code: 'adhesions',
    libelle: 'Adhésions et retraits',
    aide: 'Services qui ont adhéré ou se sont retirés, à quelle date.',
  },
  { code: 'dossier_unique', libelle: 'Dossier unique', aide: 'Ce que les contrôles du dossier unique ont montré.' },
]

const propres = ({ activite }: MatiereDuSemestre): Bloc[] => {
  const mesures = activite.filter(({ nombre }) => nombre > 0)
  return mesures.length === 0
    ? []
    : [
        {
          sorte: 'table',
          titre: 'Le travail du gestionnaire, mesuré par l’application',
          feuille: 'Activité',
          colonnes: [
            { intitule: 'Compte', part: 4 },
            { intitule: 'Mesure', nombre: true, part: 1.4 },
            { intitule: 'Constat', part: 2.4 },
          ],
          lignes: mesures.map(({ libelle, tenus, attendus, mediane, constat }) => [
            dit(libelle),
            dit(attendus === null ? formatJours(mediane) : `${formatNombre(tenus)} sur ${formatNombre(attendus)}`),
            dit(constat),
          ]),
          note: fr('Chiffres de l’année, calculés à partir de ce qui est enregistré : personne ne les saisit.'),
        },
      ]
}

const obligations = ({ echeances, semestre }: MatiereDuSemestre): Bloc[] => {
  const siennes = echeances.filter(
    ({ echeance, sansInstantane }) => echeance >= semestre.debut && echeance <= semestre.fin && !sansInstantane,
  )
  const faites = siennes.filter(({ etat }) => etat === 'FAITE')
  const enRetard = siennes.filter(({ etat }) => etat === 'EN_RETARD')
  if (siennes.length === 0) return []
  return [
    phrase(
      `Des ${compte(siennes.length, 'obligation')} échues dans le semestre, ${formatNombre(faites.length)} sont faites.`,
    ),
    ...points(
      enRetard.map(
        ({ obligation, objet, echeance }) =>
          `${nomObligation(obligation)}, ${objet} : attendu le ${formatJour(echeance)}.`,
      ),
    ),
  ]
}

const chartes = ({ adhesions }: MatiereDuSemestre): Bloc[] =>
  adhesions === null || adhesions.attendus === 0
    ? []
    : [
        sousTitre('Adhésion à la charte'),
        phrase(
          `${formatNombre(adhesions.adherents)} services sur ${formatNombre(adhesions.attendus)} ont adhéré à la charte.`,
        ),
      ]

export const activite: Section<MatiereDuSemestre> = {
  code: 'activite',
  titre: 'L’activité du gestionnaire',
  champs: CHAMPS,
  rediger: (matiere) => [
    ...propres(matiere),
    ...obligations(matiere),
    ...chartes(matiere),
    ...CHAMPS.flatMap((champ) => saisi(matiere, champ)),
  ],
}
