import { type Jour, plusJours, plusMois } from '../../../ingest/socle/jour.ts'
import type { ActeCharte, Article, CodeCharte } from '../../../web/chartes.ts'
import { ARTICLES_PAR_DEFAUT } from '../../gestion/chartes/par-defaut.ts'
import { ajouterActeDeCharte } from '../../state/chartes.ts'
import { AUTEURS, aLHeure, type Passe } from './passe.ts'

/** What the comité made of the first text: what was to be completed is. */
const completes = (code: CodeCharte): readonly Article[] =>
  ARTICLES_PAR_DEFAUT[code].map((article) => ({ ...article, texte: article.texte.split('\n')[0] ?? article.texte }))

const PRECISE = 3
const precise = (articles: readonly Article[]): readonly Article[] => [
  ...articles.map((article, i) =>
    i + 1 === PRECISE
      ? {
          ...article,
          texte: `${article.texte}\nLa pièce est vue avant l’enregistrement ; sa date est saisie le jour même.`,
        }
      : article,
  ),
  {
    titre: 'Dire la suite donnée',
    texte: 'Le demandeur sait, à chaque passage, où en est sa demande et quand la renouveler.',
    indicateurs: ['echeances_non_renouvelees'],
  },
]

const [PREMIER_COMITE, SECOND_COMITE] = [-26, -2]

/** Two versions of the charte de saisie, one of quality, a draft of the rules of the dossier unique. */
export const ecrireLesChartes = async ({ lecteur, territoire, aujourdhui }: Passe): Promise<void> => {
  const [premier, second] = [plusMois(aujourdhui, PREMIER_COMITE), plusMois(aujourdhui, SECOND_COMITE)]
  const ecrire = (charte: CodeCharte, version: number) => {
    return async (acte: ActeCharte, le: Jour, articles: readonly Article[] | null, jour: Jour | null = null) =>
      ajouterActeDeCharte(lecteur.etat, {
        ...{ territoire, charte, version, acte, articles, jour, texte: '' },
        ...{ role: 'gestionnaire', par: AUTEURS.gestionnaire.par, le: aLHeure(le) },
      })
  }
  const version = async (charte: CodeCharte, n: number, articles: readonly Article[], comite: Jour) => {
    const acte = ecrire(charte, n)
    await acte('OUVRIR', plusJours(comite, -50), n === 1 ? ARTICLES_PAR_DEFAUT[charte] : completes(charte))
    await acte('REDIGER', plusJours(comite, -30), articles)
    await acte('VALIDER', plusJours(comite, 1), null, comite)
  }
  await version('saisie', 1, completes('saisie'), premier)
  await version('saisie', 2, precise(completes('saisie')), second)
  await version('qualite', 1, completes('qualite'), premier)
  await ecrire('dossier-unique', 1)('OUVRIR', plusJours(aujourdhui, -20), ARTICLES_PAR_DEFAUT['dossier-unique'])
}
