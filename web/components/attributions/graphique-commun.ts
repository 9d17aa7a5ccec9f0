import type { Jour } from '../../../ingest/store/jour.ts'
import type { Atelier } from '../../charts/dessin.ts'
import { formatJour, formatNombre } from '../../format.ts'
import type { MesureAttributions } from '../../modeles/attributions.ts'
import { fr } from '../../typographie.ts'

export interface GraphiqueProps {
  readonly atelier: Atelier
  readonly mesure: MesureAttributions
}

export const source = (instantane: Jour): string => fr(`Source : instantané du ${formatJour(instantane)}`)

export const entier = (n: number | null): string => formatNombre(n)

/** « 927 à 1 084 »: whole attributions. */
export const fourchette = (bas: number | null, haut: number | null): string =>
  bas === null || haut === null ? '–' : `${formatNombre(bas)} à ${formatNombre(haut)}`
