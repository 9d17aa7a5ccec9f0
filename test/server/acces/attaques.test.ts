import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adresse, creerApplication, envoyer, poster } from '../aide.ts'
import { preparerDepartement } from './departement.ts'

const departement = preparerDepartement()

const preparer = async () => {
  const charge = departement()
  const { sien } = charge
  const application = await creerApplication(charge.base, {
    role: 'guichet',
    territoires: ['013'],
    service: sien.service,
  })
  const consignes = async () =>
    (await application.etat.selectFrom('journal').select('id').where('action', '=', 'REFUS').execute()).length
  const avant = await consignes()
  const refus = async () => (await consignes()) - avant
  return { ...charge, ...application, refus }
}

describe('le code d’un autre guichet', () => {
  it.each([
    ['dans l’adresse', (code: string) => `/guichets/${code}`],
    ['en minuscules', (code: string) => `/guichets/${code.toLowerCase()}`],
    ['encodé', (code: string) => `/guichets/${[...code].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')}`],
    [
      'dans une liste de dossiers',
      (code: string) => `/dossiers?indicateur=enregistrements&niveau=GUICHET&entite=${code}`,
    ],
    [
      'dans l’export d’une liste',
      (code: string) => `/exports/enregistrements.csv?indicateur=enregistrements&niveau=GUICHET&entite=${code}`,
    ],
    ['dans l’export des indicateurs', (code: string) => `/exports/indicateurs.xlsx?niveau=GUICHET&entite=${code}`],
    ['dans un filtre', (code: string) => `/guichets?service=${code}`],
    ['dans un tri', (code: string) => `/guichets?tri=${code}`],
    ['dans un second paramètre du même nom', (code: string) => `/guichets?service=&service=${code}`],
    ['entouré d’espaces', (code: string) => `/guichets?service=%20${code}%20`],
  ])('%s est refusé et consigné, sans rien dire de lui', async (_, cheminDe) => {
    const { app, autre, refus } = await preparer()
    const reponse = await app.request(adresse(cheminDe(autre.code)))
    expect(reponse.status).toBe(403)
    expect(await reponse.text()).not.toContain(autre.libelle)
    expect(await refus()).toBe(1)
  })

  it('dans un service voisin est refusé comme son code', async () => {
    const { app, autre, refus } = await preparer()
    const chemin = `/dossiers?indicateur=enregistrements&niveau=SERVICE&entite=${autre.service}`
    expect((await app.request(adresse(chemin))).status).toBe(403)
    expect(await refus()).toBe(1)
  })

  it('ne se contourne pas par le territoire entier ni par la catégorie', async () => {
    const { app } = await preparer()
    for (const cible of ['niveau=TERRITOIRE&entite=013', 'niveau=CATEGORIE&entite=BAILLEUR', ''])
      for (const page of ['/dossiers', '/exports/enregistrements.json'])
        expect((await app.request(adresse(`${page}?indicateur=enregistrements&${cible}`))).status).toBe(403)
  })

  it('un autre territoire est refusé, chargé ou non', async () => {
    const { app, refus } = await preparer()
    for (const page of ['/', '/guichets', '/indicateurs/forcages', '/exports/indicateurs.json'])
      expect((await app.request(adresse(`${page}?territoire=069`))).status).toBe(403)
    expect(await refus()).toBe(4)
  })

  it('n’entre pas au journal plus long qu’il ne faut pour être reconnu', async () => {
    const { app, etat } = await preparer()
    const chemin = `/dossiers?indicateur=enregistrements&niveau=GUICHET&entite=${'Z'.repeat(10_000)}`
    expect((await app.request(adresse(chemin))).status).toBe(403)
    const { detail } = await etat.selectFrom('journal').select('detail').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(detail.length).toBeLessThan(600)
  })

  it('un gestionnaire n’importe pas le territoire d’un autre', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base, {
      role: 'gestionnaire',
      territoires: ['069'],
      courriel: 'rhone@exemple.fr',
    })
    expect((await app.request(adresse('/imports/013/2026-10-31/rejets.csv'))).status).toBe(403)
    expect((await app.request(adresse('/?territoire=013'))).status).toBe(403)
  })
})

describe('les défenses', () => {
  it.each([
    ['d’un autre site', 'https://ailleurs.exemple'],
    ['d’une origine nulle', 'null'],
    ['d’un autre port', 'http://127.0.0.1:3001'],
  ])('un formulaire venu %s est refusé et consigné', async (_, origine) => {
    const { base } = await preparer()
    const { app, etat } = await creerApplication(base)
    const reponse = await app.request(adresse('/comptes'), poster({ nom: 'X' }, origine))
    expect(reponse.status).toBe(403)
    expect(await etat.selectFrom('comptes').selectAll().where('nom', '=', 'X').execute()).toEqual([])
    const refus = await etat.selectFrom('journal').select('detail').where('action', '=', 'REFUS').execute()
    expect(JSON.stringify(refus)).toContain('autre site')
  })

  it('nul ne remplit le journal de retours d’un fournisseur où il n’est pas allé', async () => {
    const { base } = await preparer()
    const { app, etat } = await creerApplication(base)
    const compter = async () =>
      (await etat.selectFrom('journal').select('id').where('action', '=', 'ECHEC_CONNEXION').execute()).length
    const avant = await compter()
    for (let i = 0; i < 200; i++) await app.request(adresse(`/connexion/fournisseur/retour?code=${i}`))
    expect((await compter()) - avant).toBe(30)
  })

  it('un formulaire trop lourd est refusé et consigné', async () => {
    const { base } = await preparer()
    const { app, etat } = await creerApplication(base)
    for (const chemin of ['/comptes', '/connexion', '/parametres/reglage', '/compte/mot-de-passe'])
      expect((await app.request(adresse(chemin), poster({ nom: 'x'.repeat(100_000) }))).status).toBe(413)
    const refus = await etat.selectFrom('journal').select('detail').where('detail', 'like', '%trop lourd%').execute()
    expect(refus).toHaveLength(4)
  })

  it.each([
    '/imports/..%2f..%2fetc/passwd/rejets.csv',
    '/imports/013/..%2f..%2f..%2fsecret/rejets.csv',
    '/statique/..%2f..%2fpackage.json',
    '/statique/%2e%2e/%2e%2e/package.json',
  ])('aucun fichier ne se lit par %s', async (chemin) => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    expect([403, 404]).toContain((await app.request(adresse(chemin))).status)
  })

  it('un fichier déposé ne s’écrit que dans son dépôt, sous son seul nom', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    const racine = base.dossier.racine
    const avant = readdirSync(join(racine, '..')).sort()
    await app.request(adresse('/imports'), envoyer({ '../../evade.csv': 'a;b\n' }))
    await app.request(adresse('/imports'), envoyer({ '/tmp/evade-infocentre.csv': 'a;b\n' }))
    expect(readdirSync(join(racine, '..')).sort()).toEqual(avant)
    expect(existsSync('/tmp/evade-infocentre.csv')).toBe(false)
  })

  it('aucun en-tête ne s’écrit depuis une adresse', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    for (const chemin of [
      '/connexion?suite=/%0d%0aSet-Cookie:%20session=vole',
      '/exports/indicateurs.csv?niveau=%0d%0aX-Vole:1',
      '/exports/enregistrements.csv?indicateur=enregistrements&niveau=GUICHET&entite=A%0d%0aX-Vole:1',
    ]) {
      const reponse = await app.request(adresse(chemin))
      expect(reponse.headers.get('x-vole')).toBeNull()
      expect(reponse.headers.get('set-cookie') ?? '').not.toContain('vole')
    }
  })

  it.each(['//ailleurs.exemple/', '/\\ailleurs.exemple', 'https://ailleurs.exemple', 'javascript:alert(1)'])(
    'après la connexion, « %s » ne mène nulle part ailleurs',
    async (suite) => {
      const { base } = await preparer()
      const { app } = await creerApplication(base)
      const page = await (await app.request(adresse(`/connexion?suite=${encodeURIComponent(suite)}`))).text()
      expect(page).toContain('name="suite" value="/"')
    },
  )
})
