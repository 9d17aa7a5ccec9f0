import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Page } from '../components/page.tsx'
import { Reference } from '../components/reference.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'

/** 403. It does not say whether what was asked for exists. */
export const AccesRefusePage = ({
  contexte,
  reference,
}: {
  readonly contexte: Contexte | null
  readonly reference: string
}) => (
  <Page contexte={contexte} titre="Accès refusé" periode={false}>
    <Tete titre="Accès refusé">
      {fr(
        'Votre compte n’ouvre pas cette page, ou pas pour ce guichet. La demande est consignée ; si elle vous semble due, en parler au gestionnaire territorial avec sa référence.',
      )}
    </Tete>
    <Reference contexte={contexte} reference={reference} />
  </Page>
)
