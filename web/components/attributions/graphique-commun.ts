import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import type { Atelier } from '../../charts/dessin.ts'
import type { MesureAttributions } from '../../modeles/attributions.ts'

export interface GraphiqueProps {
  readonly atelier: Atelier
  readonly mesure: MesureAttributions
}

export const entier = (n: number | null): string => formatNombre(n)

/** « 927 à 1 084 »: whole attributions. */
export const fourchette = (bas: number | null, haut: number | null): string =>
  bas === null || haut === null ? '–' : `${formatNombre(bas)} à ${formatNombre(haut)}`
