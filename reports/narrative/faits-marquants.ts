import type { MatiereDuSemestre } from '../rapports/matiere.ts'
import { constatDesAlertes, direEnAlerte, enAlerteDe } from './alertes.ts'
import { direMouvement, direSens, mouvements } from './changements.ts'
import type { Constat } from './constat.ts'
import { constatDesMesures } from './mesures.ts'
import { constatDesNormes } from './normes.ts'

const CHANGEMENTS = 2

/** The key facts of the semester, proposed: each from a rule, none on a difference that chance explains. */
export const faitsMarquants = (matiere: MatiereDuSemestre): Constat[] => [
  ...constatDesAlertes(matiere),
  ...mouvements(matiere, 'TERRITOIRE')
    .slice(0, CHANGEMENTS)
    .map((mouvement) => direMouvement(matiere, mouvement)),
  ...mouvements(matiere, 'CATEGORIE')
    .filter(({ seuil }) => seuil !== null)
    .slice(0, 1)
    .map((mouvement) => direMouvement(matiere, mouvement)),
  ...constatDesNormes(matiere),
  ...constatDesMesures(matiere),
]

/** The sentence that the first page is headed by. */
export const titreDuSemestre = (matiere: MatiereDuSemestre): string => {
  const [premier] = mouvements(matiere, 'TERRITOIRE')
  const alertes = direEnAlerte(enAlerteDe(matiere))
  return premier === undefined ? alertes : `${alertes}\u202f; ${direSens(premier)}`
}
