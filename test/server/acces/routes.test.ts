import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import { PUBLIC, TABLE } from '../../../server/acces/table.ts'
import { fermerCompte } from '../../../server/state/comptes.ts'
import { ajouterJeton } from '../../../server/state/jetons.ts'
import { adresse, creerServeur, ouvrirPour, poster } from '../aide.ts'
import { preparerDepartement } from './departement.ts'

const departement = preparerDepartement()

/** The routes that the application itself declares, its defences apart. */
const routesDe = (app: Awaited<ReturnType<typeof creerServeur>>['app']): string[] => [
  ...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)),
]

/** An address of a route, with something that exists where it asks for something. */
const cheminDe = (chemin: string, guichet: string): string =>
  chemin
    .replace('/guichets/:code', `/guichets/${guichet}`)
    .replace('/indicateurs/:code', '/indicateurs/forcages')
    .replace('/controles/:mois', '/controles/2026-10')
    .replace('/tableaux/:code', '/tableaux/TAB03-02')
    .replace(/^\/dossiers$/, `/dossiers?indicateur=enregistrements&niveau=GUICHET&entite=${guichet}`)
    .replace(':territoire/:date', '013/2026-10-31')
    .replace(
      ':fichier{enregistrements\\.[a-z]+}',
      `enregistrements.csv?indicateur=enregistrements&niveau=GUICHET&entite=${guichet}`,
    )
    .replace(/:fichier\{([\w-]+)\\\.\[a-z\]\+\}/, '$1.csv')
    .replace(':id', '1')

/** Whether an answer is the application's refusal, or its sending somebody to sign in. */
const issueDe = (reponse: Response): 'REFUS' | 'CONNEXION' | 'SERVIE' => {
  if (reponse.status === 403) return 'REFUS'
  const vers = reponse.headers.get('location') ?? ''
  return reponse.status === 401 || vers.startsWith('/connexion') ? 'CONNEXION' : 'SERVIE'
}

const preparer = async () => {
  const { base, sien } = departement()
  const serveur = await creerServeur(base)
  const demander = (route: string, temoin?: string) => {
    const [methode = '', chemin = ''] = route.split(' ')
    const init = methode === 'POST' ? poster({}) : {}
    const headers = { ...(init.headers as Record<string, string>), ...(temoin ? { cookie: temoin } : {}) }
    return serveur.app.request(adresse(cheminDe(chemin, sien.code)), { ...init, method: methode, headers })
  }
  const refus = async () =>
    Number(
      (
        await serveur.etat
          .selectFrom('journal')
          .select((eb) => eb.fn.countAll().as('n'))
          .where('action', '=', 'REFUS')
          .executeTakeFirstOrThrow()
      ).n,
    )
  return { ...serveur, sien, demander, refus, routes: routesDe(serveur.app) }
}

/** Closing one's session is for everybody, and would end the crawl. */
const SORTIE = 'POST /deconnexion'

describe('la table des accès', () => {
  it('a une ligne pour chaque route de l’application, et aucune de trop', async () => {
    const { routes, fermer } = await preparer()
    expect(routes.length).toBeGreaterThan(30)
    expect(routes.toSorted()).toEqual(Object.keys(TABLE).toSorted())
    await fermer()
  })

  it.each(ROLES)('est ce que l’application répond au rôle %s, et chaque refus est au journal', async (role: Role) => {
    const { routes, demander, refus, etat, sien, fermer } = await preparer()
    const temoin = await ouvrirPour(etat, {
      role,
      territoires: ['013'],
      service: role === 'guichet' ? sien.service : null,
    })
    const jeton = { nom: 'essai', role, territoires: ['013'], service: null, dernier_jour: enJour('2026-12-31') }
    await ajouterJeton(etat, { ...jeton, compte: 1 }, '2026-11-23 09:00:00', 'essai')
    const avant = await refus()
    let refusAttendus = 0
    for (const route of routes.filter((r) => r !== SORTIE && TABLE[r] !== PUBLIC)) {
      const permise = (TABLE[route] as readonly Role[]).includes(role)
      if (!permise) refusAttendus += 1
      expect([route, issueDe(await demander(route, temoin))]).toEqual([route, permise ? 'SERVIE' : 'REFUS'])
    }
    expect((await refus()) - avant).toBe(refusAttendus)
    await fermer()
  })

  it('envoie se connecter qui n’est personne, ou n’est plus personne', async () => {
    const { routes, demander, etat, fermer } = await preparer()
    const ferme = await ouvrirPour(etat, { territoires: ['013'], courriel: 'ferme@exemple.fr' })
    const { id } = await etat
      .selectFrom('comptes')
      .select('id')
      .where('courriel', '=', 'ferme@exemple.fr')
      .executeTakeFirstOrThrow()
    await fermerCompte(etat, id, { instant: '2026-11-23 09:30:00', par: 'essai', motif: 'départ' })
    for (const route of routes.filter((r) => TABLE[r] !== PUBLIC))
      for (const temoin of [undefined, 'session=inventee', ferme])
        expect([route, temoin, issueDe(await demander(route, temoin))]).toEqual([route, temoin, 'CONNEXION'])
    await fermer()
  })

  it.each([
    ['/', '/connexion'],
    ['/?mois=2026-10', '/connexion?suite=%2F%3Fmois%3D2026-10'],
    ['/guichets', '/connexion?suite=%2Fguichets'],
  ])('ramène à la page demandée qui se connecte d’abord : %s', async (page, connexion) => {
    const { demander, fermer } = await preparer()
    const reponse = await demander(`GET ${page}`)
    expect([reponse.status, reponse.headers.get('location')]).toEqual([303, connexion])
    await fermer()
  })

  it('vaut pour qui ne demande que les en-têtes d’une page', async () => {
    const { demander, etat, fermer } = await preparer()
    const temoin = await ouvrirPour(etat, { role: 'prefet', territoires: ['013'] })
    const statuts = []
    for (const route of ['HEAD /', 'HEAD /comptes', 'HEAD /dossiers'])
      statuts.push((await demander(route, temoin)).status)
    expect(statuts).toEqual([200, 403, 403])
    await fermer()
  })

  it('ne dit rien d’une adresse qui n’est celle d’aucune page, fût-elle sous une autre', async () => {
    const { demander, refus, etat, fermer } = await preparer()
    const temoin = await ouvrirPour(etat, { territoires: ['013'] })
    const avant = await refus()
    for (const route of ['GET /ailleurs', 'GET /imports/depots/1/ailleurs', 'GET /guichets/A/B'])
      expect([route, (await demander(route, temoin)).status]).toEqual([route, 404])
    expect(await refus()).toBe(avant)
    await fermer()
  })

  it('n’ouvre à personne d’autre que le gestionnaire les comptes, le journal et les réglages', () => {
    const fermees = Object.entries(TABLE).filter(([route]) => / \/(comptes|journal|parametres)/.test(route))
    expect(fermees.length).toBeGreaterThan(8)
    for (const [route, regle] of fermees) expect([route, regle]).toEqual([route, ['gestionnaire']])
  })

  it('ne montre aucun numéro au préfet, au comité ni aux partenaires', () => {
    for (const route of [
      'GET /dossiers',
      'GET /exports/:fichier{enregistrements\\.[a-z]+}',
      'GET /imports/:territoire/:date/rejets.csv',
      'GET /imports/:territoire/:date/rejets.xlsx',
    ])
      for (const role of ['prefet', 'copil', 'partenaire'] as const) expect(TABLE[route]).not.toContain(role)
  })
})
