import type { ChampASaisir, Section } from '../../rapport.ts'
import { phrase, points } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'
import { saisi } from './commun.ts'
import { demandes } from './synthese.ts'

const CHAMPS: readonly ChampASaisir[] = [
  { code: 'enjeux', libelle: 'Enjeux clés', aide: 'Ce qui compte le plus pour la suite.' },
  { code: 'difficultes', libelle: 'Principales difficultés', aide: 'Ce qui a empêché ou ralenti.' },
  { code: 'plans', libelle: 'Plans d’action', aide: 'Qui fait quoi, pour quand.' },
]

export const enjeux: Section<MatiereDuSemestre> = {
  code: 'enjeux',
  titre: 'Enjeux, difficultés et plans d’action',
  champs: CHAMPS,
  rediger: (matiere) => CHAMPS.flatMap((champ) => saisi(matiere, champ)),
}

export const decisions: Section<MatiereDuSemestre> = {
  code: 'decisions',
  titre: 'Décisions demandées',
  champs: [{ code: 'decisions', libelle: 'Décisions demandées', aide: 'Une décision par ligne.' }],
  rediger: (matiere) => {
    const demandees = demandes(matiere)
    return demandees.length === 0
      ? []
      : [
          phrase('Il est demandé de :'),
          ...points(
            demandees.map((texte) => texte.charAt(0).toLocaleLowerCase('fr') + texte.slice(1)),
            true,
          ),
        ]
  },
}
