import type { Statut } from '../../metrics/resultat.ts'
import { type Comptes, countEtats } from '../etats.ts'

/** The state of one entity for one indicator; null where it has none. */
interface Jugement {
  readonly entite: string
  readonly statut_affiche: Statut | null
}

/** How the entities of some rows stand. Every page that counts alerts counts them so, over the rows that it shows. */
export interface BilanEtats {
  /** Entities that have a state for one of the indicators at least. */
  readonly juges: number
  readonly enAlerte: ReadonlySet<string>
  /** How many of each state, one for each entity and indicator. */
  readonly comptes: Comptes
}

const entitesDe = (lignes: readonly Jugement[]): Set<string> => new Set(lignes.map(({ entite }) => entite))

export const bilanEtats = (lignes: readonly Jugement[]): BilanEtats => ({
  juges: entitesDe(lignes.filter(({ statut_affiche: s }) => s !== null && s !== 'SANS_OBJET')).size,
  enAlerte: entitesDe(lignes.filter(({ statut_affiche }) => statut_affiche === 'ALERTE')),
  comptes: countEtats(lignes),
})
