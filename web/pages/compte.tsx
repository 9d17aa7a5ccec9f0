import { formatInstant } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Faits, Panneau } from '../components/blocs.tsx'
import { Champ, ChampCode, Formulaire } from '../components/champ.tsx'
import { CleALire } from '../components/cle-a-lire.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'

export interface CompteProps {
  readonly contexte: Contexte
  readonly courriel: string
  readonly portee: string
  /** `AAAA-MM-JJTHH:MM`; null where the account has none. */
  readonly secondFacteurLe: string | null
  readonly proposition: { readonly dessin: string; readonly cle: string } | null
  readonly motDePasse: boolean
  readonly aChanger: boolean
  readonly refus?: Refus
  readonly fait?: string
}

const MotDePasse = ({ aChanger }: { readonly aChanger: boolean }) => (
  <Panneau id="mot-de-passe" titre={aChanger ? 'Choisir votre mot de passe' : 'Changer de mot de passe'}>
    <Formulaire
      action="/compte/mot-de-passe"
      nom="Mot de passe"
      bouton="Enregistrer le mot de passe"
      precision="Vos autres sessions seront fermées."
    >
      <Champ nom="actuel" libelle="Mot de passe actuel" type="password" saisie="current-password" large obligatoire />
      <Champ
        nom="nouveau"
        libelle="Nouveau mot de passe"
        aide="Douze caractères au moins, plusieurs mots sans rapport par exemple."
        type="password"
        saisie="new-password"
        obligatoire
      />
      <Champ
        nom="repete"
        libelle="Le répéter"
        aide="À l’identique."
        type="password"
        saisie="new-password"
        obligatoire
      />
    </Formulaire>
  </Panneau>
)

/** One's own account. */
export const Compte = (p: CompteProps) => (
  <Page contexte={p.contexte} titre="Mon compte" periode={false}>
    <Tete titre="Mon compte">
      {p.aChanger ? (
        <strong>
          {fr('Le mot de passe vous a été donné par quelqu’un d’autre : en choisir un avant de continuer.')}
        </strong>
      ) : (
        fr('Ce que votre compte ouvre, et comment il est protégé.')
      )}
    </Tete>
    {p.refus ? <MessageRefus refus={p.refus} /> : null}
    {p.fait ? <MessageFait>{p.fait}</MessageFait> : null}
    <Faits
      faits={[
        { terme: 'Nom', valeur: p.contexte.personne?.nom },
        { terme: 'Adresse', valeur: p.courriel },
        { terme: 'Rôle', valeur: p.contexte.personne?.libelleRole },
        { terme: 'Portée', valeur: p.portee },
        {
          terme: 'Second facteur',
          valeur: p.secondFacteurLe ? `en place depuis le ${formatInstant(p.secondFacteurLe)}` : 'aucun',
        },
      ]}
    />
    {p.motDePasse ? <MotDePasse aChanger={p.aChanger} /> : null}
    {p.proposition && !p.aChanger ? (
      <Panneau id="second-facteur" titre="Ajouter un second facteur">
        <CleALire {...p.proposition} />
        <Formulaire action="/compte/second-facteur" nom="Second facteur" bouton="Ajouter le second facteur" quiet>
          <ChampCode />
        </Formulaire>
      </Panneau>
    ) : null}
  </Page>
)
