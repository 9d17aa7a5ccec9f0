import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { nomCategorie } from '../../../web/categories.ts'
import { seuilEn } from '../../../web/fiche-indicateur.ts'
import type { Section } from '../../rapport.ts'
import { dit, phrase, repere } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'

export const definitions: Section<MatiereDuSemestre> = {
  code: 'definitions',
  titre: 'Annexe : définitions et méthode',
  rediger: (matiere) => [
    phrase(
      'Une part est donnée avec l’intervalle de Wilson à 95 %, une médiane avec celui des statistiques d’ordre. Un guichet est en alerte quand sa valeur dépasse la norme et celle de ses pairs au-delà du hasard, à une chance sur mille. Deux semestres ne sont dits différents que si leurs intervalles ne se touchent pas, ou, pour un nombre, si leur écart dépasse trois écarts types.',
    ),
    {
      sorte: 'table',
      titre: 'Indicateurs',
      feuille: 'Définitions',
      colonnes: [
        { intitule: 'Indicateur', part: 2 },
        { intitule: 'Définition', part: 4 },
        { intitule: 'Norme', nombre: true, part: 0.8 },
        { intitule: 'Source', part: 2 },
      ],
      lignes: matiere.fiches
        .filter(({ principal }) => principal)
        .map((fiche) => [
          dit(fiche.libelle),
          dit(fiche.definition),
          repere(fiche.unite, seuilEn(fiche, matiere.semestre.fin)),
          dit(fiche.source.texte),
        ]),
      note: '',
    },
  ],
}

export const instantanes: Section<MatiereDuSemestre> = {
  code: 'instantanes',
  titre: 'Annexe : instantanés',
  rediger: ({ instantanes: cites, logiciel }) =>
    cites.length === 0
      ? []
      : [
          {
            sorte: 'table',
            titre: 'Instantanés dont les chiffres sont tirés',
            feuille: 'Instantanés',
            colonnes: [
              { intitule: 'Date', part: 1 },
              { intitule: 'Empreinte (SHA-256)', part: 5 },
            ],
            lignes: cites.map(({ date, empreinte }) => [dit(formatJour(date)), [{ texte: empreinte }]]),
            note: fr(`Calculé par Infocentre ${logiciel}.`),
          },
        ],
}

export const listeDesGuichets: Section<MatiereDuSemestre> = {
  code: 'guichets',
  titre: 'Annexe : guichets',
  rediger: ({ guichets }) =>
    guichets.length === 0
      ? []
      : [
          {
            sorte: 'table',
            titre: 'Guichets du registre',
            feuille: 'Guichets',
            colonnes: [
              { intitule: 'Code', part: 1 },
              { intitule: 'Guichet', part: 3 },
              { intitule: 'Catégorie', part: 1.5 },
              { intitule: 'Service enregistreur', part: 3 },
            ],
            lignes: guichets.map(({ code, libelle, categorie, service_libelle }) => [
              [{ texte: code }],
              dit(libelle),
              dit(nomCategorie(categorie)),
              dit(service_libelle ?? libelle),
            ]),
            note: '',
          },
        ],
}
