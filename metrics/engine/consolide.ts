import { type Jour, type Mois, moisDe, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import { type CodeIndicateur, INDICATEURS } from '../registry.ts'

/** How many months back later snapshots are believed to know everything. */
export const MOIS_CONSOLIDES = 11

export const CONSOLIDABLES = INDICATEURS.filter(({ consolidable }) => consolidable)

export const CODES_CONSOLIDABLES: readonly CodeIndicateur[] = CONSOLIDABLES.map(({ code }) => code)

/** The months of which the latest snapshot says what it knows. */
export const moisConsolidables = (dernier: Jour): Mois[] =>
  moisEntre(moisPlus(moisDe(dernier), -MOIS_CONSOLIDES), moisDe(dernier))
