import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { lesPremiers } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'

interface Props {
  readonly montres: number
  readonly total: number
  readonly feminin?: boolean
}

/** Says that a list is cut, and where the rest is; nothing where it is whole. */
export const PremiersSeulement = ({ montres, total, feminin = false }: Props) =>
  montres >= total ? null : (
    <p class="meta">
      {fr(
        `${lesPremiers(montres, feminin)} de ${formatNombre(total)} ; l’export les a ${feminin ? 'toutes' : 'tous'}.`,
      )}
    </p>
  )
