import { formatNombre } from '../../ingest/socle/francais/format.ts'
import type { Cle } from '../../metrics/doublons/lire.ts'
import type { Contexte } from '../contexte.ts'
import { FILTRES_GROUPES, type FiltreGroupes, type GuichetTouche, MOTS_CLES } from '../doublons.ts'
import { lienIci } from '../liens.ts'

export interface FiltresDoublonsProps {
  readonly contexte: Contexte
  readonly comptes: Readonly<Record<FiltreGroupes, number>>
  readonly filtre: FiltreGroupes
  readonly cle: Cle | null
  readonly guichet: string | null
  /** Those of the groups that the other filters leave, by name. */
  readonly guichets: readonly GuichetTouche[]
}

const ParGuichet = ({ contexte, filtre, cle, guichet, guichets }: FiltresDoublonsProps) => (
  <form class="filters" method="get" action="/doublons" aria-label="Groupes d’un guichet">
    {Object.entries({ territoire: contexte.territoire, mois: contexte.mois, etat: filtre, cle }).map(([nom, valeur]) =>
      valeur === null ? null : <input type="hidden" name={nom} value={valeur} />,
    )}
    <div class="field">
      <label for="f-guichet">Guichet</label>
      <select id="f-guichet" name="guichet">
        <option value="">Tous</option>
        {guichets.map(({ code, libelle, groupes }) => (
          <option value={code} selected={code === guichet}>
            {`${libelle} (${formatNombre(groupes)})`}
          </option>
        ))}
      </select>
    </div>
    <div class="field">
      <button class="btn" type="submit">
        Appliquer
      </button>
    </div>
  </form>
)

/** By what is decided, by what brings them together, by guichet: each choice keeps the two others, and starts from the first page. */
export const FiltresDoublons = (p: FiltresDoublonsProps) => {
  const { contexte, filtre, comptes, cle } = p
  return (
    <>
      <nav class="tabs" aria-label="Groupes listés">
        {(Object.keys(FILTRES_GROUPES) as FiltreGroupes[]).map((code) => (
          <a href={lienIci(contexte, { etat: code, page: null })} aria-current={code === filtre ? 'true' : undefined}>
            {`${FILTRES_GROUPES[code]} (${formatNombre(comptes[code])})`}
          </a>
        ))}
      </nav>
      <nav class="tabs" aria-label="Ce qui rapproche">
        <a href={lienIci(contexte, { cle: null, page: null })} aria-current={cle === null ? 'true' : undefined}>
          Toutes les raisons
        </a>
        {(Object.keys(MOTS_CLES) as Cle[]).map((code) => (
          <a href={lienIci(contexte, { cle: code, page: null })} aria-current={code === cle ? 'true' : undefined}>
            {MOTS_CLES[code]}
          </a>
        ))}
      </nav>
      <ParGuichet {...p} />
    </>
  )
}
