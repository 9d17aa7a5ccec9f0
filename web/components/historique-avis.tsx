import { VERDICTS } from '../../metrics/doublons/verdicts.ts'
import type { Avis } from '../doublons.ts'
import { formatInstant } from '../format.ts'
import { fr } from '../typographie.ts'

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
