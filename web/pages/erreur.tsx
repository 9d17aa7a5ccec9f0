import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Page } from '../components/page.tsx'
import { Reference } from '../components/reference.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'

/** 500. The context is null where the base itself could not be read. */
export interface ErreurProps {
  readonly contexte: Contexte | null
  readonly reference: string
}

export const Erreur = ({ contexte, reference }: ErreurProps) => (
  <Page contexte={contexte} titre="Erreur" periode={false}>
    <Tete titre="La page n’a pas pu être calculée">
      {fr(
        'Vos données ne sont pas touchées. Recommencez dans un instant ; si l’erreur revient, signalez-la avec sa référence.',
      )}
    </Tete>
    <Reference contexte={contexte} reference={reference} />
  </Page>
)
