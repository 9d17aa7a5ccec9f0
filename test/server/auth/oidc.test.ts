import { describe, expect, it, onTestFinished } from 'vitest'
import { createFournisseur } from '../../../server/auth/oidc.ts'
import { ajouterCompte, compteDuCourriel, fermerCompte } from '../../../server/state/comptes.ts'
import { ouvrirBase } from '../../base.ts'
import { ADRESSE, adresse, creerServeur } from '../aide.ts'
import { ouvrirFournisseur, type PersonneChezLeFournisseur, suivreChezLui } from './fournisseur.ts'

const RETOUR = `${ADRESSE}/connexion/fournisseur/retour`

const preparer = async (personne: PersonneChezLeFournisseur = { sujet: 'u-1', courriel: 'camille@exemple.fr' }) => {
  let elle = personne
  const chezLui = await ouvrirFournisseur(RETOUR, () => elle)
  onTestFinished(() => chezLui.fermer())
  const fournisseur = createFournisseur({
    emetteur: chezLui.emetteur,
    client: 'infocentre',
    secret: 'secret du client',
    nom: 'ProConnect',
  })
  const { base } = await ouvrirBase()
  const serveur = await creerServeur(base, { fournisseur })
  onTestFinished(() => serveur.fermer())
  const portee = { nom: 'Camille', role: 'gestionnaire', territoires: ['013'], service: null } as const
  const secret = { motDePasse: null, aChanger: false, provisoireJusquA: null }
  await ajouterCompte(
    serveur.etat,
    { courriel: 'camille@exemple.fr', ...portee, ...secret },
    '2026-11-01 09:00:00',
    'essai',
  )

  /** Goes to the provider and back, as one browser. */
  const aller = async () => {
    const depart = await serveur.app.request(adresse('/connexion/fournisseur?suite=/guichets'))
    const temoin = depart.headers.get('set-cookie')?.split(';')[0] ?? ''
    return { temoin, retour: await suivreChezLui(depart.headers.get('location') ?? '', RETOUR) }
  }
  const revenir = (retour: string, temoin: string) => serveur.app.request(retour, { headers: { cookie: temoin } })
  const entrer = async () => {
    const { temoin, retour } = await aller()
    return revenir(retour, temoin)
  }
  const motifs = async () =>
    (await serveur.etat.selectFrom('journal').select('detail').where('action', '=', 'ECHEC_CONNEXION').execute()).map(
      ({ detail }) => (JSON.parse(detail) as { motif: string }).motif,
    )
  return {
    ...serveur,
    aller,
    revenir,
    entrer,
    motifs,
    devenir: (autre: PersonneChezLeFournisseur) => {
      elle = autre
    },
  }
}

describe('par un fournisseur d’identité', () => {
  it('la personne que le gestionnaire attend entre dans le rôle qu’il lui a donné', async () => {
    const { entrer, app, etat } = await preparer()
    const reponse = await entrer()
    expect([reponse.status, reponse.headers.get('location')]).toEqual([303, '/guichets'])
    const temoin =
      reponse.headers
        .getSetCookie()
        .find((pose) => pose.startsWith('session='))
        ?.split(';')[0] ?? ''
    expect((await app.request(adresse('/comptes'), { headers: { cookie: temoin } })).status).toBe(200)
    expect(await compteDuCourriel(etat, 'camille@exemple.fr')).toMatchObject({ sujet_oidc: 'u-1' })
  })

  it('reste elle-même quand son adresse change chez le fournisseur', async () => {
    const { entrer, devenir } = await preparer()
    await entrer()
    devenir({ sujet: 'u-1', courriel: 'camille.martin@ailleurs.fr' })
    expect((await entrer()).headers.get('location')).toBe('/guichets')
  })

  it.each([
    ['sans compte', { sujet: 'u-2', courriel: 'inconnu@exemple.fr' }],
    ['à l’adresse non vérifiée', { sujet: 'u-2', courriel: 'camille@exemple.fr', verifie: false }],
  ])('une personne %s n’entre pas, et le journal le dit', async (_, personne) => {
    const { entrer, motifs } = await preparer(personne)
    expect((await entrer()).headers.get('location')).toBe('/connexion?refus=fournisseur')
    expect(await motifs()).toEqual(['aucun compte pour cette identité'])
  })

  it('une autre identité ne prend pas un compte déjà lié, même à la même adresse', async () => {
    const { entrer, devenir, motifs } = await preparer()
    await entrer()
    devenir({ sujet: 'u-9', courriel: 'camille@exemple.fr' })
    expect((await entrer()).headers.get('location')).toBe('/connexion?refus=fournisseur')
    expect(await motifs()).toEqual(['aucun compte pour cette identité'])
  })

  it('un compte fermé reste fermé', async () => {
    const { entrer, etat, motifs } = await preparer()
    await fermerCompte(etat, 1, { instant: '2026-11-23 10:00:00', par: 'essai', motif: 'départ' })
    expect((await entrer()).headers.get('location')).toBe('/connexion?refus=fournisseur')
    expect(await motifs()).toEqual(['compte fermé'])
  })

  it('la réponse ne sert ni deux fois, ni dans un autre navigateur, ni changée', async () => {
    const { aller, revenir, motifs } = await preparer()
    const { temoin, retour } = await aller()
    expect((await revenir(retour, '')).headers.get('location')).toBe('/connexion?refus=fournisseur')
    expect((await revenir(retour.replace(/state=[^&]+/, 'state=autre'), temoin)).headers.get('location')).toBe(
      '/connexion?refus=fournisseur',
    )
    expect((await revenir(retour, temoin)).headers.get('location')).toBe('/connexion?refus=fournisseur')
    expect(await motifs()).toHaveLength(3)
  })
})
