import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { Section } from '../blocs.tsx'

/** The rejected rows of a refused snapshot, still to be had. */
export interface RefusRecent {
  /** Of its files, without their extension. */
  readonly nom: string
  readonly territoire: string
  readonly date: Jour
  readonly refuseLe: Jour
}

export const RefusRecents = ({ refus, jours }: { readonly refus: readonly RefusRecent[]; readonly jours: number }) =>
  refus.length === 0 ? null : (
    <Section
      id="refuses"
      titre="Instantanés refusés"
      precision={`Leurs lignes rejetées sont gardées ${compte(jours, 'jour')}`}
    >
      <ul class="attente">
        {refus.map(({ nom, territoire, date, refuseLe }) => (
          <li>
            <span>
              <strong>{`Instantané du ${formatJour(date)}, territoire ${territoire}`}</strong>
              <span class="sub">{`refusé le ${formatJour(refuseLe)}`}</span>
            </span>
            <span class="acts">
              <a class="btn" href={`/imports/refus/${nom}.xlsx`}>
                Lignes rejetées (XLSX)
              </a>
              <a class="btn quiet" href={`/imports/refus/${nom}.csv`}>
                CSV
              </a>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
