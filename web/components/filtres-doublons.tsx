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

/** By what brings a group together, and by guichet. */
const ParRaisonEtGuichet = ({ contexte, filtre, cle, guichet, guichets }: FiltresDoublonsProps) => (
  <form class="filters" method="get" action="/doublons" aria-label="Choix des groupes">
    {Object.entries({ territoire: contexte.territoire, mois: contexte.mois, etat: filtre }).map(([nom, valeur]) =>
      valeur === null ? null : <input type="hidden" name={nom} value={valeur} />,
    )}
    <div class="field ample">
      <label for="f-cle">Ce qui rapproche</label>
      <select id="f-cle" name="cle">
        <option value="">Toutes les raisons</option>
        {(Object.keys(MOTS_CLES) as Cle[]).map((code) => (
          <option value={code} selected={code === cle}>
            {MOTS_CLES[code]}
          </option>
        ))}
      </select>
    </div>
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
  const { contexte, filtre, comptes } = p
  return (
    <>
      <nav class="tabs" aria-label="Groupes listés">
        {(Object.keys(FILTRES_GROUPES) as FiltreGroupes[]).map((code) => (
          <a href={lienIci(contexte, { etat: code, page: null })} aria-current={code === filtre ? 'true' : undefined}>
            {`${FILTRES_GROUPES[code]} (${formatNombre(comptes[code])})`}
          </a>
        ))}
      </nav>
      <ParRaisonEtGuichet {...p} />
    </>
  )
}
