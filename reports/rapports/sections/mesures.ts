import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { MesureVue } from '../../../web/mesure-vue.ts'
import { ETATS_MESURE } from '../../../web/mesures.ts'
import type { Bloc } from '../../document.ts'
import { constatDesMesures, mesuresDuSemestre } from '../../narrative/mesures.ts'
import type { Section } from '../../rapport.ts'
import { dit, entier, phrase, sousTitre } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'

/** What the service answered, in full, beside what it is asked. */
const observations = (mesure: MesureVue): Bloc[] =>
  mesure.actes
    .filter(({ acte, texte, plan }) => acte === 'REPONDRE' && (texte !== '' || plan !== ''))
    .flatMap(({ jour, le, texte, plan }): Bloc[] => [
      phrase(
        `${mesure.nom}, mesure ${mesure.reference}, réponse du ${formatJour(jour ?? (le.slice(0, 10) as never))} :`,
      ),
      {
        sorte: 'citation',
        paragraphes: [plan, texte].filter((dite) => dite !== '').map((dite) => [{ texte: fr(dite) }]),
      },
    ])

const comptes = (matiere: MatiereDuSemestre): Bloc[] => {
  const { ouvertes, formalisees, signalees, closes, enCours } = mesuresDuSemestre(matiere)
  if (ouvertes.length + formalisees.length + signalees.length + closes.length + enCours.length === 0) return []
  return [
    ...constatDesMesures(matiere).map(({ texte }) => phrase(texte)),
    {
      sorte: 'table',
      titre: 'Mesures correctrices',
      feuille: 'Mesures',
      colonnes: [
        { intitule: 'Compte', part: 4 },
        { intitule: 'Mesures', nombre: true },
      ],
      lignes: [
        [dit('Ouvertes dans le semestre'), entier(ouvertes.length)],
        [dit('Formalisées'), entier(formalisees.length)],
        [dit('Signalées au comité de pilotage et au préfet'), entier(signalees.length)],
        [dit('Closes'), entier(closes.length)],
        [dit('En cours à la fin du semestre'), entier(enCours.length)],
      ],
      note: '',
    },
  ]
}

const uneAUne = (matiere: MatiereDuSemestre): Bloc[] => {
  const { ouvertes, enCours, closes, signalees } = mesuresDuSemestre(matiere)
  const toutes = matiere.mesures.filter((mesure) => [ouvertes, enCours, closes].some((liste) => liste.includes(mesure)))
  const repondues = signalees.concat(
    enCours.filter((mesure) => mesure.signaleeLe !== null && !signalees.includes(mesure)),
  )
  const textes = repondues.flatMap(observations)
  return toutes.length === 0
    ? []
    : [
        {
          sorte: 'table',
          titre: 'Mesure par mesure',
          feuille: 'Mesure par mesure',
          colonnes: [
            { intitule: 'Mesure', part: 1 },
            { intitule: 'Service', part: 2.4 },
            { intitule: 'Objet', part: 2.6 },
            { intitule: 'Ouverte le', part: 1.2 },
            { intitule: 'Où elle en est', part: 2 },
          ],
          lignes: toutes.map(({ reference, nom, lignes, ouverteLe, etat, closeLe }) => [
            dit(reference),
            dit(nom),
            dit([...new Set(lignes.map(({ fiche }) => fiche.libelle))].join(', ')),
            dit(formatJour(ouverteLe)),
            dit(closeLe === null ? ETATS_MESURE[etat] : `Close le ${formatJour(closeLe)}`),
          ]),
          note: '',
        },
        ...(textes.length === 0 ? [] : [sousTitre('Ce que les services ont répondu'), ...textes]),
      ]
}

/** Measure by measure, each with what its service answered. */
export const mesures: Section<MatiereDuSemestre> = {
  code: 'mesures',
  titre: 'Les mesures correctrices',
  rediger: (matiere) => [...comptes(matiere), ...uneAUne(matiere)],
}

/** How many, of nobody. */
export const mesuresComptees: Section<MatiereDuSemestre> = { ...mesures, rediger: comptes }
