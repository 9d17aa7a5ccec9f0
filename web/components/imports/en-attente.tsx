import { formatInstant } from '../../../ingest/socle/francais/format.ts'
import { Section } from '../blocs.tsx'

/** A deposit of the person who looks, which waits for them. */
export interface DepotEnAttente {
  readonly id: string
  readonly fichiers: readonly string[]
  /** `AAAA-MM-JJTHH:MM`. */
  readonly touche: string
}

export const DepotsEnAttente = ({ depots }: { readonly depots: readonly DepotEnAttente[] }) =>
  depots.length === 0 ? null : (
    <Section id="attente" titre="Dépôts en attente" precision="Examinés, pas encore chargés">
      <ul class="attente">
        {depots.map(({ id, fichiers, touche }) => (
          <li>
            <span>
              <strong>{fichiers.join(', ')}</strong>
              <span class="sub">{formatInstant(touche)}</span>
            </span>
            <span class="acts">
              <a class="btn" href={`/imports/depots/${id}`}>
                Reprendre<span class="vh">{` ${fichiers.join(', ')}`}</span>
              </a>
              <form method="post" action={`/imports/depots/${id}/abandon`}>
                <button class="btn quiet" type="submit">
                  Abandonner<span class="vh">{` ${fichiers.join(', ')}`}</span>
                </button>
              </form>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
