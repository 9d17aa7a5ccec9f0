import * as client from 'openid-client'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'

/** How a deployment names its provider (ProConnect, Cerbère or another). */
export interface ConfigurationOidc {
  readonly emetteur: string
  readonly client: string
  readonly secret: string
  /** What the sign-in page calls it: « ProConnect ». */
  readonly nom: string
  /** Level of assurance to ask for, where the provider wants one. */
  readonly acr?: string
}

/** Who the provider says the person is. */
export interface Identite {
  readonly emetteur: string
  readonly sujet: string
  readonly courriel: string | null
}

/** A sign-in under way at the provider: what must come back with the person. */
export interface RequeteOidc {
  readonly adresse: string
  readonly etat: string
  readonly verificateur: string
  readonly nonce: string
}

/** An OpenID Connect provider, found again from its own description. */
export interface Fournisseur {
  readonly nom: string
  demander(retour: string): Promise<RequeteOidc>
  /** @throws where the answer is not that of the sign-in asked for. */
  reconnaitre(adresseDeRetour: URL, requete: RequeteOidc): Promise<Identite>
}

const decouvrir = async ({ emetteur, client: id, secret }: ConfigurationOidc): Promise<client.Configuration> => {
  const adresse = new URL(emetteur)
  const locale = adresse.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(adresse.hostname)
  try {
    return await client.discovery(
      adresse,
      id,
      secret,
      undefined,
      locale ? { execute: [client.allowInsecureRequests] } : undefined,
    )
  } catch (cause) {
    throw new ErreurInfocentre(
      'FOURNISSEUR_ABSENT',
      'Le fournisseur d’identité ne répond pas : se connecter par mot de passe, ou recommencer plus tard.',
      { emetteur },
      { cause },
    )
  }
}

export const createFournisseur = (configuration: ConfigurationOidc): Fournisseur => {
  let trouve: Promise<client.Configuration> | null = null
  const trouver = () => {
    trouve ??= decouvrir(configuration).catch((cause: unknown) => {
      trouve = null
      throw cause
    })
    return trouve
  }
  return {
    nom: configuration.nom,
    async demander(retour) {
      const [etat, nonce, verificateur] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
      const adresse = client.buildAuthorizationUrl(await trouver(), {
        redirect_uri: retour,
        scope: 'openid email',
        state: etat,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verificateur),
        code_challenge_method: 'S256',
        ...(configuration.acr ? { acr_values: configuration.acr } : {}),
      })
      return { adresse: adresse.href, etat, verificateur, nonce }
    },
    async reconnaitre(adresseDeRetour, { etat, verificateur, nonce }) {
      const config = await trouver()
      const jetons = await client.authorizationCodeGrant(config, adresseDeRetour, {
        pkceCodeVerifier: verificateur,
        expectedState: etat,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const declaration = jetons.claims()
      if (declaration === undefined) throw new Error('réponse sans jeton d’identité')
      const { email, email_verified } = await client.fetchUserInfo(config, jetons.access_token, declaration.sub)
      const courriel = typeof email === 'string' && email_verified !== false ? email : null
      return { emetteur: declaration.iss, sujet: declaration.sub, courriel }
    },
  }
}
