import { readFileSync } from 'node:fs'
import type { ConfigurationOidc } from '../auth/oidc.ts'

type Variables = Readonly<Record<string, string | undefined>>

const secretDe = ({ INFOCENTRE_OIDC_SECRET, INFOCENTRE_OIDC_SECRET_FICHIER: fichier }: Variables): string =>
  INFOCENTRE_OIDC_SECRET ?? (fichier ? readFileSync(fichier, 'utf8').trim() : '')

/** The OpenID Connect provider that the environment names; null where it names none. */
export const lireOidc = (variables: Variables): ConfigurationOidc | null => {
  const { INFOCENTRE_OIDC_EMETTEUR: emetteur, INFOCENTRE_OIDC_CLIENT: client, INFOCENTRE_OIDC_ACR: acr } = variables
  if (!emetteur || !client) return null
  const nom = variables.INFOCENTRE_OIDC_NOM ?? 'ProConnect'
  return { emetteur, client, secret: secretDe(variables), nom, ...(acr ? { acr } : {}) }
}
