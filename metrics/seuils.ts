import type { Jour } from '../ingest/socle/jour.ts'
import { valeurEn } from '../ingest/socle/regles/regle.ts'
import { INDICATEURS } from './registry.ts'

/** The alert threshold that each indicator declares for a day; null where it has none. */
export const seuilsEn = (jour: Jour): Readonly<Record<string, number | null>> =>
  Object.fromEntries(INDICATEURS.map(({ code, seuil }) => [code, valeurEn(seuil, jour)]))
