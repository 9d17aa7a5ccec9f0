import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { ETATS_DECISION } from '../../../web/agenda.ts'
import { jourDeReunion } from '../../../web/modeles/reunion.ts'
import type { Bloc } from '../../document.ts'
import type { Section } from '../../rapport.ts'
import { dit, phrase, points, sousTitre } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'

const comites = ({ reunions }: MatiereDuSemestre) =>
  reunions
    .filter(({ nature, etat }) => nature === 'COMITE' && etat !== 'ANNULEE')
    .toSorted((a, b) => (jourDeReunion(a) < jourDeReunion(b) ? -1 : 1))

const prochaine = (matiere: MatiereDuSemestre): Bloc[] => {
  const reunion = comites(matiere).find(({ tenueLe }) => tenueLe === null)
  if (reunion === undefined) return []
  const lignes = reunion.ordreDuJour.split('\n').filter((ligne) => ligne.trim() !== '')
  return [
    phrase(`Réunion du ${formatJour(reunion.prevueLe)}${reunion.lieu === '' ? '' : `, ${reunion.lieu}`}.`),
    ...points(lignes, true),
  ]
}

/** What was decided since, and what became of it. */
const decidees = (matiere: MatiereDuSemestre): Bloc[] => {
  const derniere = comites(matiere).findLast(({ tenueLe }) => tenueLe !== null)
  if (derniere === undefined || derniere.decisions.length === 0) return []
  return [
    sousTitre(`Décisions du ${formatJour(derniere.tenueLe)}`),
    {
      sorte: 'table',
      titre: 'Ce que sont devenues les décisions du dernier comité',
      feuille: 'Décisions',
      colonnes: [
        { intitule: 'Décision', part: 4 },
        { intitule: 'Qui', part: 1.6 },
        { intitule: 'Pour le', part: 1.2 },
        { intitule: 'Où elle en est', part: 1.4 },
      ],
      lignes: derniere.decisions.map(({ texte, qui, pourLe, etat }) => [
        dit(texte),
        dit(qui),
        dit(formatJour(pourLe)),
        dit(ETATS_DECISION[etat]),
      ]),
      note: fr(''),
    },
  ]
}

export const ordreDuJour: Section<MatiereDuSemestre> = {
  code: 'ordre_du_jour',
  titre: 'Ordre du jour et suites',
  rediger: (matiere) => [...prochaine(matiere), ...decidees(matiere)],
}
