import { formatNombre } from '../../ingest/socle/francais/format.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { Contexte } from '../contexte.ts'
import { lienGuichet } from '../liens.ts'
import type { Voisins } from '../modeles/voisins.ts'

interface PasProps {
  readonly contexte: Contexte
  readonly guichet: Guichet | null
  readonly sens: 'prev' | 'next'
  readonly mot: string
}

const Pas = ({ contexte, guichet, sens, mot }: PasProps) =>
  guichet === null ? null : (
    <a rel={sens} href={lienGuichet(contexte, guichet.code)}>
      <span class="sub">{mot}</span>
      {guichet.libelle}
    </a>
  )

/** From one guichet to the next, the gravest first. */
export const VoisinsParGravite = ({
  contexte,
  voisins,
}: {
  readonly contexte: Contexte
  readonly voisins: Voisins
}) => (
  <nav class="d-un-guichet" aria-label="Guichets, par gravité">
    <Pas contexte={contexte} guichet={voisins.precedent} sens="prev" mot="Guichet précédent" />
    <span class="rang">{`${formatNombre(voisins.rang)} sur ${formatNombre(voisins.total)}, par gravité`}</span>
    <Pas contexte={contexte} guichet={voisins.suivant} sens="next" mot="Guichet suivant" />
  </nav>
)
