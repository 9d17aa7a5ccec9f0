import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'

/** 404. `quoi` names what was looked for: « le guichet C32B3 ». */
export interface IntrouvableProps {
  readonly contexte: Contexte | null
  readonly quoi?: string
}

export const Introuvable = ({ contexte, quoi }: IntrouvableProps) => (
  <Page contexte={contexte} titre="Page introuvable" periode={false}>
    <Tete titre="Page introuvable">
      {fr(
        quoi
          ? `Introuvable ici : ${quoi}.`
          : 'Rien n’existe à cette adresse. Elle est peut-être incomplète, ou d’un autre territoire.',
      )}
    </Tete>
    <p class="acts">
      <a class="btn main" href={contexte ? lien(contexte, '/') : '/'}>
        Revenir au tableau de bord
      </a>
      {contexte && peutOuvrir(contexte, '/guichets') ? (
        <a class="btn" href={lien(contexte, '/guichets')}>
          Voir les guichets
        </a>
      ) : null}
    </p>
  </Page>
)
