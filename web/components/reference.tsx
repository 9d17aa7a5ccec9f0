import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'

/** What a person quotes of a page that could not be had, and the way back. */
export const Reference = ({
  contexte,
  reference,
}: {
  readonly contexte: Contexte | null
  readonly reference: string
}) => (
  <>
    <dl class="facts short">
      <dt>Référence</dt>
      <dd>
        <code>{reference}</code>
      </dd>
    </dl>
    <p class="acts sec-s">
      <a class="btn main" href={contexte ? lien(contexte, '/') : '/'}>
        Revenir à l’accueil
      </a>
    </p>
  </>
)
