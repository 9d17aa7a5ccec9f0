import type { Jour } from '../../../ingest/socle/jour.ts'
import { ACTES_CHARTE, type ActeCharte, type Article, ETATS_CHARTE, type EtatCharte } from '../../../web/chartes.ts'
import type { Role } from '../../acces/roles.ts'
import { defineMachine, etatApres } from '../machine.ts'

/** What the acts of a version are judged by. */
export interface FaitsCharte {
  readonly aujourdhui: Jour
  readonly articles: readonly Article[]
  /** When the version before it was validated. */
  readonly precedente: Jour | null
}

export interface SaisieCharte {
  readonly jour: Jour | null
  readonly texte: string
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']

/** The day of the comité's meeting, articles that all say something, after the version before. */
const unComite = ({ aujourdhui, articles, precedente }: FaitsCharte, { jour }: SaisieCharte): string | null => {
  if (jour === null || jour > aujourdhui)
    return 'La validation porte le jour où le comité s’est réuni, qui n’est pas à venir.'
  if (precedente !== null && jour <= precedente) return 'La version en vigueur a été validée ce jour-là ou plus tard.'
  if (articles.length === 0) return 'Une version sans article ne se valide pas.'
  const vide = articles.findIndex(({ titre, texte }) => titre === '' || texte === '')
  return vide === -1 ? null : `L’article ${vide + 1} n’a pas de titre ou pas de texte.`
}

/** The life of a version of a charte: drafted by the gestionnaire, validated by the comité, or given up. */
export const MACHINE_CHARTE = defineMachine<EtatCharte, ActeCharte, FaitsCharte, SaisieCharte>({
  etats: Object.keys(ETATS_CHARTE) as EtatCharte[],
  actes: Object.keys(ACTES_CHARTE) as ActeCharte[],
  passages: [
    { de: [null], acte: 'OUVRIR', qui: GESTIONNAIRE, vers: 'BROUILLON' },
    { de: ['BROUILLON'], acte: 'REDIGER', qui: GESTIONNAIRE, vers: 'MEME' },
    {
      de: ['BROUILLON'],
      acte: 'VALIDER',
      qui: GESTIONNAIRE,
      condition: { exige: 'le jour du comité, et des articles écrits', manque: unComite },
      vers: 'VALIDEE',
    },
    {
      de: ['BROUILLON'],
      acte: 'ABANDONNER',
      qui: GESTIONNAIRE,
      condition: {
        exige: 'un motif',
        manque: (_, { texte }) => (texte === '' ? 'Abandonner une version demande un motif.' : null),
      },
      vers: 'ABANDONNEE',
    },
  ],
})

/** Where a version stands, from what was done of it; null before anything was. */
export const etatDeVersion = (actes: readonly { readonly acte: ActeCharte }[]): EtatCharte | null =>
  etatApres(MACHINE_CHARTE, null, actes)
