import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { PLACE_DU_NOM } from '../../../server/pages/sans-personne.ts'
import { preparerDeuxTerritoires } from '../acces/deux-territoires.ts'
import { adresse, creerServeur, ouvrirPour, poster } from '../aide.ts'
import { demander } from './scene.ts'

const deux = preparerDeuxTerritoires()

const ouvrir = async () => {
  const serveur = await creerServeur(deux().base)
  const temoin = await ouvrirPour(serveur.etat, { territoires: ['013'] })
  const nommer = (nom: string) =>
    serveur.etat.updateTable('comptes').set({ nom }).where('nom', '=', 'Essai etat').execute()
  const consultations = async () =>
    (await serveur.etat.selectFrom('journal').select('action').execute()).filter(({ action }) =>
      action.startsWith('CONSULTATION'),
    ).length
  return { ...serveur, temoin, nommer, consultations }
}

describe('une page de chiffres', () => {
  it('se garde par son navigateur, qui la redemande : inchangée, elle ne revient pas', async () => {
    const { temoin, fermer, ...serveur } = await ouvrir()
    const premiere = await demander(serveur, temoin, '/indicateurs')
    const etiquette = premiere.headers.get('ETag') ?? ''
    expect(etiquette).toMatch(/^W\/"[\w-]{43}"$/)
    expect(premiere.headers.get('Cache-Control')).toBe('private, no-cache')
    expect(premiere.headers.get('Vary')).toContain('Cookie')
    expect(premiere.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    for (const connue of [etiquette, etiquette.slice(2), `"autre", ${etiquette}`, '*']) {
      const suite = await demander(serveur, temoin, '/indicateurs', { 'if-none-match': connue })
      expect([connue, suite.status, await suite.text()]).toEqual([connue, 304, ''])
    }
    const autre = await demander(serveur, temoin, '/indicateurs', { 'if-none-match': 'W/"autre"' })
    expect([autre.status, await autre.text()]).toEqual([200, await premiere.text()])
    await fermer()
  })

  it('part compressée à qui le demande, la même qu’en clair, une fois faite comme la première fois', async () => {
    const { temoin, fermer, ...serveur } = await ouvrir()
    const clair = await (await demander(serveur, temoin, '/')).text()
    for (const demande of ['gzip', 'br, gzip;q=0.5', '*']) {
      const reponse = await demander(serveur, temoin, '/', { 'accept-encoding': demande })
      expect(reponse.headers.get('Content-Encoding')).toBe('gzip')
      expect(gunzipSync(new Uint8Array(await reponse.arrayBuffer())).toString()).toBe(clair)
    }
    const refuse = await demander(serveur, temoin, '/', { 'accept-encoding': 'gzip;q=0' })
    expect([refuse.headers.get('Content-Encoding'), await refuse.text()]).toEqual([null, clair])
    await fermer()
  })

  it('est la même pour deux personnes de même portée, à leur nom près, quel qu’il soit', async () => {
    const { temoin, nommer, fermer, ...serveur } = await ouvrir()
    const elle = await ouvrirPour(serveur.etat, { territoires: ['013'], role: 'etat' })
    await nommer('Zoé <b>d’Or</b> & "Cie" $&')
    const lui = await ouvrirPour(serveur.etat, { territoires: ['013'], role: 'etat' })
    const sienne = await demander(serveur, elle, '/guichets')
    const autre = await demander(serveur, lui, '/guichets')
    expect(sienne.headers.get('ETag')).not.toBe(autre.headers.get('ETag'))
    const [deElle, deLui] = [await sienne.text(), await autre.text()]
    expect(deElle).toContain('Zoé &lt;b&gt;d’Or&lt;/b&gt; &amp; &quot;Cie&quot; $&amp;')
    expect(deElle).not.toContain('Essai etat')
    expect(deLui).toBe(deElle.replaceAll('Zoé &lt;b&gt;d’Or&lt;/b&gt; &amp; &quot;Cie&quot; $&amp;', 'Essai etat'))
    expect(deElle + deLui).not.toContain(PLACE_DU_NOM)
    await fermer()
  })

  it('s’oublie du navigateur quand la personne se déconnecte', async () => {
    const { app, temoin, fermer } = await ouvrir()
    const init = poster({})
    const sortie = await app.request(adresse('/deconnexion'), { ...init, headers: { ...init.headers, cookie: temoin } })
    expect([sortie.status, sortie.headers.get('Clear-Site-Data')]).toEqual([303, '"cache"'])
    await fermer()
  })

  it('se fait une fois pour tous ceux qui l’attendent', async () => {
    const { temoin, fermer, ...serveur } = await ouvrir()
    const reponses = await Promise.all(Array.from({ length: 8 }, () => demander(serveur, temoin, '/guichets/AAAAA')))
    const textes = await Promise.all(reponses.map((reponse) => reponse.text()))
    expect(new Set(textes).size).toBe(1)
    expect(textes[0]).toContain('Essai gestionnaire')
    await fermer()
  })
})

describe('ne se gardent nulle part', () => {
  it.each([
    '/dossiers?indicateur=forcages&niveau=GUICHET&entite=BBBBB',
    '/forcages',
    '/doublons',
    '/doublons/1',
    '/demarches',
  ])('les numéros : %s, au journal à chaque fois', async (chemin) => {
    const { temoin, consultations, fermer, ...serveur } = await ouvrir()
    const avant = await consultations()
    for (const fois of [1, 2, 3]) {
      const reponse = await demander(serveur, temoin, chemin, { 'if-none-match': '*' })
      expect([reponse.status, reponse.headers.get('Cache-Control'), reponse.headers.get('ETag')]).toEqual([
        200,
        'no-store',
        null,
      ])
      expect((await consultations()) - avant).toBe(fois)
    }
    await fermer()
  })

  it('une page introuvable, qui porte le nom de qui a demandé, ni un refus', async () => {
    const { temoin, fermer, ...serveur } = await ouvrir()
    const prefet = await ouvrirPour(serveur.etat, { territoires: ['013'], role: 'prefet' })
    for (const [qui, chemin, statut] of [
      [temoin, '/indicateurs/inconnu', 404],
      [prefet, '/guichets', 403],
      [temoin, '/?territoire=059', 403],
    ] as const) {
      const reponse = await demander(serveur, qui, chemin)
      const texte = await reponse.text()
      expect([chemin, reponse.status, reponse.headers.get('Cache-Control')]).toEqual([chemin, statut, 'no-store'])
      if (statut === 404) expect(texte).toContain('Essai gestionnaire')
      expect(texte).not.toContain(PLACE_DU_NOM)
    }
    await fermer()
  })
})
