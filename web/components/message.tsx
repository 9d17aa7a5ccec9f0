import type { Child } from 'hono/jsx'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Icone } from './sprite.tsx'

/** What happened, what is intact, what to do. */
export const MessageRefus = ({ refus }: { readonly refus: Refus }) => (
  <div class="refus" role="alert" id="refus">
    <Icone nom="late" classe="late" />
    <div>
      <p>
        <strong>{fr(refus.phrase)}</strong>
      </p>
      {refus.suite === '' ? null : <p>{fr(refus.suite)}</p>}
    </div>
  </div>
)

/** What has just been done. */
export const MessageFait = ({ children }: { readonly children?: Child }) => (
  <p class="fait" role="status">
    <Icone nom="ok" classe="ok" />
    <span>{children}</span>
  </p>
)
