import { beforeAll, describe, expect, it } from 'vitest'
import type { Base } from '../../../ingest/store/base.ts'
import { ROLES, ROLES_MOINDRES } from '../../../server/acces/roles.ts'
import { rolesDe } from '../../../server/api/document.ts'
import { chercherDoublons } from '../../../server/services/doublons.ts'
import { changerCompte, fermerCompte } from '../../../server/state/comptes.ts'
import { revoquerJeton } from '../../../server/state/jetons.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { adresse, creerServeur, MAINTENANT, ouvrirPour, poster } from '../aide.ts'
import { adressesDe, creerApi, donnerJeton, HIER } from './api.ts'

const departement = preparerDepartement()

/** A measure of a service, with a list of demandes joined: the first of the territory. */
const ouvrirAvecUneListe = async (
  base: Base,
  { code, service }: { readonly code: string; readonly service: string },
) => {
  const { app, etat, fermer } = await creerServeur(base)
  const cookie = await ouvrirPour(etat, { territoires: ['013'] })
  const formulaire = poster({ service, ligne: `GUICHET|${code}|dossiers_incomplets`, texte: 'Un plan.', liste: '1' })
  const reponse = await app.request(adresse('/mesures'), { ...formulaire, headers: { ...formulaire.headers, cookie } })
  expect(reponse.status).toBe(303)
  await fermer()
}

beforeAll(async () => {
  const { base, sien } = departement()
  await chercherDoublons(base, '013', { maintenant: MAINTENANT, version: 'essai' })
  await ouvrirAvecUneListe(base, sien)
})

describe('qui lit quoi par l’API', () => {
  it.each(ROLES)(
    'le rôle %s reçoit ce que la table des accès lui ouvre, dans sa forme, et rien d’autre',
    async (role) => {
      const { base, sien } = departement()
      const { etat, demander } = await creerApi(base)
      const { clair } = await donnerJeton(etat, { role, service: role === 'guichet' ? sien.service : null })
      for (const { ressource, chemin } of adressesDe(sien.code)) {
        const reponse = await demander(chemin, clair)
        const permis = rolesDe(ressource).includes(role)
        if (!permis) {
          expect([chemin, reponse.status]).toEqual([chemin, 403])
          expect(reponse.headers.get('content-type')).toBe('application/problem+json')
          continue
        }
        expect([chemin, reponse.status]).toEqual([chemin, 200])
        const variable = ['enregistrements', 'mesures/listes', 'tableaux/lignes', 'requetes/resultats'].includes(
          ressource.chemin,
        )
        const forme = variable ? ressource.ligne : ressource.ligne.strict()
        for (const ligne of (await reponse.json()) as unknown[])
          expect([chemin, forme.safeParse(ligne).error?.message]).toEqual([chemin, undefined])
      }
    },
  )

  it('une personne connectée lit dans son navigateur ce que lit un jeton de sa portée', async () => {
    const { base, sien } = departement()
    const { app, etat, demander } = await creerApi(base)
    for (const role of ['gestionnaire', 'prefet', 'copil', 'guichet'] as const) {
      const service = role === 'guichet' ? sien.service : null
      const { clair } = await donnerJeton(etat, { role, service })
      const cookie = await ouvrirPour(etat, { role, service, territoires: ['013'] })
      for (const chemin of ['/api/v1/indicateurs?limite=5000', '/api/v1/alertes', '/api/v1/attributions/delais']) {
        const parTemoin = await app.request(adresse(chemin), { headers: { cookie } })
        const parJeton = await demander(chemin, clair)
        expect([role, chemin, await parTemoin.text()]).toEqual([role, chemin, await parJeton.text()])
      }
    }
  })

  it.each([
    ['sans jeton', undefined],
    ['jeton inventé', 'infocentre_invente'],
    ['jeton vide', ''],
  ])('%s : rien n’est donné, et la réponse dit comment demander', async (_cas, clair) => {
    const { base } = departement()
    const { demander } = await creerApi(base)
    const reponse = await demander('/api/v1/indicateurs', clair)
    expect(reponse.status).toBe(401)
    expect(reponse.headers.get('www-authenticate')).toContain('Bearer')
    expect(await reponse.json()).toMatchObject({ status: 401, type: '/api#authentification-necessaire' })
  })

  it('un jeton vaut jusqu’à son dernier jour compris, et plus le lendemain', async () => {
    const { base } = departement()
    const { etat, demander } = await creerApi(base)
    const bon = await donnerJeton(etat, { role: 'etat' })
    const echu = await donnerJeton(etat, { role: 'etat' }, { dernier_jour: HIER })
    expect((await demander('/api/v1/indicateurs', bon.clair)).status).toBe(200)
    expect((await demander('/api/v1/indicateurs', echu.clair)).status).toBe(401)
  })

  it('un jeton révoqué n’ouvre plus rien, ni celui d’un compte fermé, même rouvert', async () => {
    const { base } = departement()
    const { etat, demander } = await creerApi(base)
    const revoque = await donnerJeton(etat, { role: 'etat' })
    const ferme = await donnerJeton(etat, { role: 'etat' })
    const statut = async (clair: string) => (await demander('/api/v1/mois', clair)).status
    expect([await statut(revoque.clair), await statut(ferme.clair)]).toEqual([200, 200])
    await revoquerJeton(etat, revoque.id, '2026-11-23 09:30:00', 'essai')
    await fermerCompte(etat, ferme.compte, { instant: '2026-11-23 09:30:00', par: 'essai', motif: 'départ' })
    expect([await statut(revoque.clair), await statut(ferme.clair)]).toEqual([401, 401])
    await changerCompte(etat, ferme.compte, { ferme_le: null, ferme_par: null, ferme_motif: null })
    expect(await statut(ferme.clair)).toBe(401)
  })

  it('un jeton ne dépasse jamais ce que son compte est devenu', async () => {
    const { base } = departement()
    const { etat, demander } = await creerApi(base)
    const { clair, compte } = await donnerJeton(etat, { role: 'gestionnaire', territoires: ['013', '084'] })
    const statut = async () => (await demander('/api/v1/forcages?territoire=013', clair)).status
    expect(await statut()).toBe(200)
    await changerCompte(etat, compte, { territoires: ['084'] })
    expect(await statut()).toBe(403)
    await changerCompte(etat, compte, { territoires: ['013'], role: 'prefet' })
    expect(await statut()).toBe(401)
  })

  it('un jeton moindre que son compte voit ce que voit son rôle, et non celui du compte', async () => {
    const { base, sien } = departement()
    const { etat, lire, demander } = await creerApi(base)
    for (const role of ROLES_MOINDRES.gestionnaire.filter((r) => r !== 'partenaire')) {
      const service = role === 'guichet' ? sien.service : null
      const moindre = await donnerJeton(etat, { role: 'gestionnaire' }, { role, service })
      const propre = await donnerJeton(etat, { role, service })
      const chemin = '/api/v1/indicateurs?limite=10000'
      expect([role, await lire(chemin, moindre.clair)]).toEqual([role, await lire(chemin, propre.clair)])
    }
    const prefet = await donnerJeton(etat, { role: 'gestionnaire' }, { role: 'prefet' })
    expect((await demander('/api/v1/doublons', prefet.clair)).status).toBe(403)
  })

  it('trop de mauvais jetons d’une adresse sont refusés sans être lus, les bons passent encore', async () => {
    const { base } = departement()
    const { etat, demander } = await creerApi(base)
    const { clair } = await donnerJeton(etat, { role: 'etat' })
    const statuts = []
    for (let i = 0; i < 31; i++) statuts.push((await demander('/api/v1/mois', `faux-${i}`)).status)
    expect(statuts.slice(0, 30).every((statut) => statut === 401)).toBe(true)
    expect(statuts[30]).toBe(429)
    expect((await demander('/api/v1/mois', 'encore-un-faux')).headers.get('retry-after')).toBe('300')
    expect((await demander('/api/v1/mois', clair)).status).toBe(200)
  })
})
