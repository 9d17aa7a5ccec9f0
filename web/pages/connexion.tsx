import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Panneau } from '../components/blocs.tsx'
import { Champ, Formulaire } from '../components/champ.tsx'
import { MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'

export interface CompteDeDemonstration {
  readonly role: string
  readonly courriel: string
  readonly motDePasse: string
}

export interface ConnexionProps {
  readonly courriel: string
  /** Where to go once signed in. */
  readonly suite: string
  readonly refus?: Refus
  /** The provider's name, where there is one. */
  readonly fournisseur: string | null
  readonly demonstration: readonly CompteDeDemonstration[]
  /** Nobody has an account yet. */
  readonly aucunCompte: boolean
}

/** One press a role: the data is made up, and so are the accounts. */
const Demonstration = ({ demonstration, suite }: Pick<ConnexionProps, 'demonstration' | 'suite'>) => (
  <Panneau id="demonstration" titre="Comptes de la démonstration">
    <p>{fr('Données fictives : un compte par rôle, pour voir ce que chacun voit.')}</p>
    <ul class="demos">
      {demonstration.map(({ role, courriel, motDePasse }) => (
        <li>
          <form method="post" action="/connexion" aria-label={fr(`Entrer : ${role}`)}>
            <input type="hidden" name="suite" value={suite} />
            <input type="hidden" name="courriel" value={courriel} />
            <input type="hidden" name="mot_de_passe" value={motDePasse} />
            <button class="btn" type="submit">
              {role}
            </button>
          </form>
          <span class="sub">
            <code>{courriel}</code>
          </span>
        </li>
      ))}
    </ul>
    <p class="meta">
      {fr('Mot de passe de chacun : ')}
      <code>{demonstration[0]?.motDePasse ?? ''}</code>
    </p>
  </Panneau>
)

const PremierCompte = () => (
  <Panneau id="premier" titre="Créer le premier compte">
    <p>{fr('Aucun compte n’existe encore. Sur la machine où tourne Infocentre, écrire :')}</p>
    <p>
      <code>
        infocentre utilisateurs ajouter vous@exemple.fr --nom "Votre nom" --role gestionnaire --territoires 013
      </code>
    </p>
    <p>La commande donne un mot de passe à changer à la première connexion.</p>
  </Panneau>
)

/** The way in. */
export const Connexion = (p: ConnexionProps) => (
  <Page contexte={null} titre="Connexion" periode={false}>
    <Tete titre="Connexion">
      Infocentre de qualité du registre des demandes de logement social. Chaque consultation de numéros est consignée.
    </Tete>
    {p.refus ? <MessageRefus refus={p.refus} /> : null}
    <div class="entree">
      <div>
        <Formulaire action="/connexion" nom="Connexion" bouton="Se connecter">
          <input type="hidden" name="suite" value={p.suite} />
          <Champ
            nom="courriel"
            libelle="Adresse électronique"
            type="email"
            valeur={p.courriel}
            saisie="username"
            obligatoire
          />
          <Champ nom="mot_de_passe" libelle="Mot de passe" type="password" saisie="current-password" obligatoire />
        </Formulaire>
        {p.fournisseur ? (
          <>
            <p class="ou">ou</p>
            <p>
              <a class="btn" href={`/connexion/fournisseur?suite=${encodeURIComponent(p.suite)}`}>
                {`S’identifier avec ${p.fournisseur}`}
              </a>
            </p>
          </>
        ) : null}
      </div>
      {p.demonstration.length > 0 ? <Demonstration {...p} /> : null}
      {p.aucunCompte ? <PremierCompte /> : null}
    </div>
  </Page>
)
