import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface PersonneChezLeFournisseur {
  readonly sujet: string
  readonly courriel: string
  readonly verifie?: boolean
}

/** A real OpenID Connect provider on the loopback, whose one person consents to everything. */
export const ouvrirFournisseur = async (retour: string, personne: () => PersonneChezLeFournisseur) => {
  const serveur = createServer()
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  const emetteur = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`
  const fournisseur = new Provider(emetteur, {
    clients: [{ client_id: 'infocentre', client_secret: 'secret du client', redirect_uris: [retour] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_contexte, interaction) => `/accord/${interaction.uid}` },
    pkce: { required: () => true },
    findAccount: () => {
      const { sujet, courriel, verifie = true } = personne()
      return { accountId: sujet, claims: () => ({ sub: sujet, email: courriel, email_verified: verifie }) }
    },
  })
  const repondre = fournisseur.callback()
  serveur.on('request', async (requete, reponse) => {
    if (!requete.url?.startsWith('/accord/')) return void repondre(requete, reponse)
    const { prompt, params, grantId } = await fournisseur.interactionDetails(requete, reponse)
    const accountId = personne().sujet
    if (prompt.name === 'login') return void fournisseur.interactionFinished(requete, reponse, { login: { accountId } })
    const accord =
      (grantId ? await fournisseur.Grant.find(grantId) : undefined) ??
      new fournisseur.Grant({ accountId, clientId: String(params.client_id) })
    accord.addOIDCScope('openid email')
    await fournisseur.interactionFinished(requete, reponse, { consent: { grantId: await accord.save() } })
  })
  return { emetteur, fermer: () => new Promise<void>((fin) => void serveur.close(() => fin())) }
}

/** Follows the provider's pages as a browser does, its cookies kept, until it sends back to the application. */
export const suivreChezLui = async (depart: string, retour: string): Promise<string> => {
  const temoins = new Map<string, string>()
  let adresse = depart
  for (let pas = 0; pas < 15; pas++) {
    const cookie = [...temoins].map(([nom, valeur]) => `${nom}=${valeur}`).join('; ')
    const reponse = await fetch(adresse, { redirect: 'manual', headers: { cookie } })
    for (const pose of reponse.headers.getSetCookie()) {
      const [nom = '', valeur = ''] = pose.split(';')[0]?.split('=') ?? []
      temoins.set(nom, valeur)
    }
    const suite = reponse.headers.get('location')
    if (suite === null) throw new Error(`le fournisseur répond ${reponse.status} : ${await reponse.text()}`)
    adresse = new URL(suite, adresse).href
    if (adresse.startsWith(retour)) return adresse
  }
  throw new Error('le fournisseur ne rend pas la main')
}
