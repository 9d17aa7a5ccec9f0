import { formatInstant } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { VERDICTS } from '../../metrics/doublons/verdicts.ts'
import type { Avis } from '../doublons.ts'

/** Who decided what, and when, the latest first. */
export const HistoriqueAvis = ({ avis }: { readonly avis: readonly Avis[] }) =>
  avis.length === 0 ? (
    <p class="empty">Personne ne s’est encore prononcé.</p>
  ) : (
    <ul class="steps">
      {avis.map(({ verdict, motif, par, le }) => (
        <li>
          <strong>{VERDICTS[verdict]}</strong>
          {fr(`, le ${formatInstant(le)}, par ${par}`)}
          {motif === '' ? null : <span class="d">{motif}</span>}
        </li>
      ))}
    </ul>
  )
