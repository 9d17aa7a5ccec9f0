import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'

/** Demandes that a page holds for doubles, the oldest first, as a report that is followed to its end: no number goes by an address. */
export const EnDemarche = ({
  contexte,
  numeros,
}: {
  readonly contexte: Contexte
  readonly numeros: readonly string[]
}) => (
  <form class="suite-p" method="post" action={lien(contexte, '/demarches/preparer')}>
    <input type="hidden" name="sorte" value="DOUBLON" />
    <input type="hidden" name="garde" value={numeros[0] ?? ''} />
    <button class="btn" type="submit" name="numeros" value={numeros.join(' ')}>
      Suivre comme un signalement
    </button>
  </form>
)
