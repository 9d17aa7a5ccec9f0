import { formatMois } from '../../ingest/socle/francais/format.ts'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'

/** A first month, or one that follows more than three months without figures: there is nothing to compare it with. */
export const ChangementSansAvant = ({ contexte }: { readonly contexte: Contexte }) => (
  <Page contexte={contexte} titre="Ce qui a changé">
    <Tete titre="Ce qui a changé">
      {`Aucun mois qui précède ${contexte.mois === null ? 'celui-ci' : formatMois(contexte.mois)} de trois mois au plus n’a de chiffres : rien ne peut être comparé.`}
    </Tete>
    <p class="more">
      <a href={lien(contexte, '/')}>Voir le tableau de bord</a>
    </p>
  </Page>
)
