import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { INSECABLE } from '../../ingest/socle/francais/typographie.ts'

const [KO, MO] = [1000, 1_000_000]

/** « 41 ko », « 1,2 Mo »: what a file weighs, as people are told it. */
export const formatOctets = (octets: number): string =>
  octets < MO
    ? `${formatNombre(Math.max(1, Math.round(octets / KO)))}${INSECABLE}ko`
    : `${formatNombre(octets / MO, 1)}${INSECABLE}Mo`
