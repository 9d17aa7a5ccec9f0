import type { Refus } from '../chargement.ts'
import { ChampCode, Formulaire } from '../components/champ.tsx'
import { CleALire } from '../components/cle-a-lire.tsx'
import { MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'

export interface CodeProps {
  readonly suite: string
  readonly refus?: Refus
  /** The key to enrol, where the account has none yet: its QR code as SVG, and its text. */
  readonly proposition: { readonly dessin: string; readonly cle: string } | null
}

/** The second factor: a code, or first the key it is made from. */
export const Code = ({ suite, refus, proposition }: CodeProps) => (
  <Page contexte={null} titre="Second facteur" periode={false}>
    <Tete titre={proposition ? 'Protéger le compte par un second facteur' : 'Code de connexion'}>
      {proposition
        ? 'Votre rôle demande un code à chaque connexion, en plus du mot de passe.'
        : 'Écrire le code à six chiffres que donne votre application de codes.'}
    </Tete>
    {refus ? <MessageRefus refus={refus} /> : null}
    {proposition ? <CleALire {...proposition} /> : null}
    <Formulaire action="/connexion/code" nom="Code" bouton="Continuer">
      <input type="hidden" name="suite" value={suite} />
      <ChampCode />
    </Formulaire>
    <p class="more">
      <a href="/connexion">Revenir à la connexion</a>
    </p>
  </Page>
)
