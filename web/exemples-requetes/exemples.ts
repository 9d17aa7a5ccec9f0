import { SUR_LES_SORTIES } from './attributions.ts'
import { SUR_LES_DEMANDES } from './demandes.ts'
import type { ExempleRequete } from './exemple.ts'
import { SUR_LA_QUALITE } from './qualite.ts'

/** Twenty queries to start from. */
export const EXEMPLES_REQUETES: readonly ExempleRequete[] = [...SUR_LES_DEMANDES, ...SUR_LES_SORTIES, ...SUR_LA_QUALITE]
