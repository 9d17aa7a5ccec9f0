import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { NATURES_REUNION } from '../../../web/agenda.ts'
import { direReunion } from '../../../web/modeles/reunion.ts'
import type { ChampASaisir, Section } from '../../rapport.ts'
import { points, sousTitre } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'
import { saisi } from './commun.ts'

const CHAMPS: readonly ChampASaisir[] = [
  {
    code: 'evenements',
    libelle: 'Événements',
    aide: 'Ce qui a marqué le semestre : nouveau logiciel, fusion, panne, campagne.',
  },
  {
    code: 'evolutions_loi',
    libelle: 'Évolutions de la loi',
    aide: 'Textes parus, et ce qu’ils changent pour les services.',
  },
  {
    code: 'evolutions_sne',
    libelle: 'Évolutions du système national',
    aide: 'Nouvelles versions, nouveaux champs, incidents.',
  },
  {
    code: 'evolutions_cotation',
    libelle: 'Cotation de la demande, par EPCI',
    aide: 'Un EPCI par ligne : où en est la cotation.',
  },
  {
    code: 'evolutions_flux',
    libelle: 'Gestion en flux, par EPCI',
    aide: 'Un EPCI par ligne : où en est la gestion en flux.',
  },
]

export const evenements: Section<MatiereDuSemestre> = {
  code: 'evenements',
  titre: 'Les événements du semestre',
  champs: CHAMPS,
  rediger: (matiere) => {
    const { debut, fin } = matiere.semestre
    const tenues = matiere.reunions.filter(({ tenueLe }) => tenueLe !== null && tenueLe >= debut && tenueLe <= fin)
    return [
      ...(tenues.length === 0
        ? []
        : [
            sousTitre('Réunions tenues'),
            ...points(
              tenues.map(
                (reunion) =>
                  `${formatJour(reunion.tenueLe)} : ${NATURES_REUNION[reunion.nature].toLocaleLowerCase('fr')}, ${direReunion(reunion)}.`,
              ),
            ),
          ]),
      ...CHAMPS.flatMap((champ) => saisi(matiere, champ)),
    ]
  },
}
