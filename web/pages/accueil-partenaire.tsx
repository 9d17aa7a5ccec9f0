import { Page } from '../components/page.tsx'
import { ListeDesRapports, type RapportListe } from '../components/rapports/liste.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'

/** What a partner sees: the published reports, once there are some. */
export const AccueilPartenaire = ({
  contexte,
  rapports,
}: {
  readonly contexte: Contexte
  readonly rapports: readonly RapportListe[]
}) => (
  <Page contexte={contexte} titre="Bilans publiés" periode={false}>
    <Tete titre="Bilans publiés">
      Les bilans de la qualité du registre, une fois publiés par le gestionnaire territorial, se lisent ici.
    </Tete>
    {rapports.length === 0 ? (
      <p class="empty">Aucun bilan n’est encore publié pour votre territoire.</p>
    ) : (
      <ListeDesRapports contexte={contexte} rapports={rapports} />
    )}
  </Page>
)
