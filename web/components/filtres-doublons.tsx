import { formatNombre } from '../../ingest/socle/francais/format.ts'
import type { Cle } from '../../metrics/doublons/lire.ts'
import type { Contexte } from '../contexte.ts'
import { FILTRES_GROUPES, type FiltreGroupes, type GuichetTouche, MOTS_CLES } from '../doublons.ts'
import { lienIci } from '../liens.ts'
import { FiltreParmi, FormulaireDeFiltres } from './filtres.tsx'

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
  <FormulaireDeFiltres contexte={contexte} action="/doublons" nom="Choix des groupes" garde={{ etat: filtre }}>
    <FiltreParmi
      nom="cle"
      libelle="Ce qui rapproche"
      tous="Toutes les raisons"
      options={Object.entries(MOTS_CLES)}
      valeur={cle}
      ample
    />
    <FiltreParmi
      nom="guichet"
      libelle="Guichet"
      tous="Tous"
      options={guichets.map(({ code, libelle, groupes }) => [code, `${libelle} (${formatNombre(groupes)})`] as const)}
      valeur={guichet}
    />
  </FormulaireDeFiltres>
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
