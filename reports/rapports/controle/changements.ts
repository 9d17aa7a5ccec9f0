import { deMois, formatMois } from '../../../ingest/socle/francais/format.ts'
import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import type { Mois } from '../../../ingest/socle/jour.ts'
import { drawCascadeTaux } from '../../../web/charts/cascade-taux.ts'
import type { ChangementDuTerritoire } from '../../../web/components/changement/decomposition.tsx'
import { direContributions, direPoints, marchesDe } from '../../../web/modeles/changement.ts'
import type { Bloc } from '../../document.ts'
import type { Section } from '../../rapport.ts'
import { chiffre, dit, figure } from '../blocs.ts'
import type { MatiereDuControle } from './matiere.ts'

const cascade = (
  { fiche, decomposition, nommer }: ChangementDuTerritoire,
  [avant, apres]: readonly [Mois, Mois],
  atelier: MatiereDuControle['atelier'],
): Bloc[] => {
  if (decomposition === null || decomposition.avant === decomposition.apres) return []
  const marches = marchesDe(decomposition, nommer, [capitale(formatMois(avant)), capitale(formatMois(apres))])
  const alternative = direContributions(decomposition, nommer)
  return [
    figure(drawCascadeTaux(atelier, marches, { alt: alternative, largeur: 706 }), {
      titre: `Qui fait le changement : ${fiche.libelle}`,
      alternative: `${fiche.libelle}, ${deMois(formatMois(avant))} à ${formatMois(apres)}. ${alternative}`,
      note: 'L’indicateur qui a le plus bougé pour sa norme. Les contributions somment exactement au changement.',
    }),
  ]
}

/** What changed in the territory's shares since the month before, and who made it. */
export const changements: Section<MatiereDuControle> = {
  code: 'changements',
  titre: 'Ce qui a changé dans le territoire',
  rediger: ({ chiffres, mois, atelier }) => {
    const { changements: tous = [], moisAvant = null } = chiffres ?? {}
    const [premier] = tous
    if (moisAvant === null || premier === undefined) return []
    return [
      ...cascade(premier, [moisAvant, mois], atelier),
      {
        sorte: 'table',
        titre: capitale(`${deMois(formatMois(moisAvant))} à ${formatMois(mois)}`),
        feuille: 'Changements',
        colonnes: [
          { intitule: 'Indicateur', part: 2.4 },
          { intitule: capitale(formatMois(moisAvant)), nombre: true, part: 1.1 },
          { intitule: capitale(formatMois(mois)), nombre: true, part: 1.1 },
          { intitule: 'Écart, en points', nombre: true, part: 1.1 },
          { intitule: 'Qui le fait', part: 4 },
        ],
        lignes: tous.map(({ fiche, valeurs: [avant, apres], decomposition, nommer }) => [
          dit(fiche.libelle),
          chiffre(fiche.unite, avant),
          chiffre(fiche.unite, apres),
          dit(avant === null || apres === null ? '–' : direPoints(apres - avant)),
          dit(decomposition === null ? '–' : direContributions(decomposition, nommer)),
        ]),
        note: '',
      },
    ]
  },
}
