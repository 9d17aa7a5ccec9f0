import { addMinutes } from 'date-fns'
import { TOTP } from 'otpauth'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLimite } from '../../../server/auth/limite.ts'
import { hacher } from '../../../server/auth/mot-de-passe.ts'
import type { Deps } from '../../../server/deps.ts'
import { ajouterCompte, compteDuCourriel, fermerCompte } from '../../../server/state/comptes.ts'
import { ouvrirBase } from '../../base.ts'
import { adresse, creerServeur, MAINTENANT, poster } from '../aide.ts'

const MOT_DE_PASSE = 'neuf girafes sous la pluie'
const COURRIEL = 'camille@exemple.fr'

interface Reste {
  readonly role?: 'gestionnaire' | 'etat'
  readonly aChanger?: boolean
  readonly provisoireJusquA?: string | null
  readonly demonstration?: boolean
  readonly deps?: Partial<Deps>
}

/** An application with one account, and a clock that the test moves. */
const preparer = async ({
  role = 'etat',
  aChanger = false,
  provisoireJusquA = null,
  demonstration = false,
  deps = {},
}: Reste = {}) => {
  const { base } = await ouvrirBase()
  let maintenant = MAINTENANT
  const serveur = await creerServeur(base, { maintenant: () => maintenant, ...deps })
  onTestFinished(() => serveur.fermer())
  const compte = { courriel: COURRIEL, nom: 'Camille Martin', role, territoires: ['013'], service: null, demonstration }
  const motDePasse = await hacher(MOT_DE_PASSE)
  await ajouterCompte(
    serveur.etat,
    { ...compte, motDePasse, aChanger, provisoireJusquA },
    '2026-11-01 09:00:00',
    'essai',
  )

  const demander = (chemin: string, temoin = '', init: RequestInit = {}) =>
    serveur.app.request(adresse(chemin), {
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie: temoin },
    })
  const entrer = (mot_de_passe = MOT_DE_PASSE, courriel = COURRIEL, temoin = '') =>
    demander('/connexion', temoin, poster({ courriel, mot_de_passe }))
  const journal = async (action: string) =>
    (await serveur.etat.selectFrom('journal').selectAll().where('action', '=', action).execute()).map(
      ({ detail }) => detail,
    )
  return {
    ...serveur,
    base,
    demander,
    entrer,
    journal,
    attendre: (minutes: number) => {
      maintenant = addMinutes(maintenant, minutes)
    },
    instant: () => maintenant,
  }
}

const temoinDe = (reponse: Response): string => /^([^;]*)/.exec(reponse.headers.get('set-cookie') ?? '')?.[1] ?? ''
const mene = (reponse: Response) => [reponse.status, reponse.headers.get('location')]

describe('la connexion', () => {
  it('par mot de passe mène où l’on allait, et le journal le dit sans le mot de passe', async () => {
    const { demander, journal, etat } = await preparer()
    const reponse = await demander(
      '/connexion',
      '',
      poster({ courriel: ' Camille@Exemple.FR ', mot_de_passe: MOT_DE_PASSE, suite: '/guichets?mois=2026-10' }),
    )
    expect(mene(reponse)).toEqual([303, '/guichets?mois=2026-10'])
    expect((await demander('/', temoinDe(reponse))).status).toBe(200)
    expect(await journal('CONNEXION')).toHaveLength(1)
    expect(JSON.stringify(await etat.selectFrom('journal').selectAll().execute())).not.toContain('girafes')
  })

  it('pose un témoin que nul script ne lit, et qui ne part pas d’un autre site', async () => {
    const { entrer } = await preparer()
    expect((await entrer()).headers.get('set-cookie')).toMatch(
      /^session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  it('derrière un mandataire qui chiffre, le témoin ne voyage que chiffré et le navigateur s’en souvient', async () => {
    const { app } = await preparer({ deps: { site: { origine: 'https://infocentre.exemple.fr' } } })
    const reponse = await app.request(
      'http://infocentre.exemple.fr/connexion',
      poster({ courriel: COURRIEL, mot_de_passe: MOT_DE_PASSE }, 'https://infocentre.exemple.fr'),
    )
    expect(reponse.status).toBe(303)
    expect(reponse.headers.get('set-cookie')).toMatch(/^__Host-session=.*; Secure; SameSite=Lax$/)
    expect(reponse.headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
    const ailleurs = await app.request('http://ailleurs.exemple/connexion')
    expect(ailleurs.status).toBe(421)
  })

  it('garde en base l’empreinte du témoin, jamais le témoin, et un mot de passe Argon2id', async () => {
    const { entrer, etat } = await preparer()
    const jeton = temoinDe(await entrer()).replace('session=', '')
    expect(JSON.stringify(await etat.selectFrom('sessions').selectAll().execute())).not.toContain(jeton)
    expect((await compteDuCourriel(etat, COURRIEL))?.mot_de_passe).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('donne une seule et même réponse au mot de passe faux, au compte inconnu, fermé ou verrouillé', async () => {
    const { entrer, etat } = await preparer()
    const reponses = [await entrer('faux'), await entrer(MOT_DE_PASSE, 'inconnu@exemple.fr')]
    for (let i = 0; i < 4; i++) await entrer('faux')
    reponses.push(await entrer())
    await fermerCompte(etat, 1, { instant: '2026-11-23 10:00:00', par: 'essai', motif: 'départ' })
    reponses.push(await entrer())
    expect(reponses.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    const pages = await Promise.all(reponses.map(async (r) => (await r.text()).replaceAll(/[\w.]+@exemple\.fr/g, '')))
    expect(new Set(pages).size).toBe(1)
  })

  it('ne recopie pas au journal l’adresse inconnue en entier : ce peut être un mot de passe', async () => {
    const { entrer, journal } = await preparer()
    await entrer('x', 'MonMotDePasse!')
    await entrer('x', 'M0n@MotDePasse.a.moi')
    await entrer('x', 'quelquun@exemple.fr')
    const details = (await journal('ECHEC_CONNEXION')).join()
    expect(details).not.toMatch(/motdepasse/i)
    expect(details).toContain('qu…@exemple.fr')
  })

  it.each([
    ['quatre échecs', 4, 303],
    ['cinq échecs', 5, 401],
  ])('après %s, le bon mot de passe répond comme il doit', async (_, echecs, attendu) => {
    const { entrer, journal } = await preparer()
    for (let i = 0; i < echecs; i++) await entrer('faux')
    expect((await entrer()).status).toBe(attendu)
    expect(await journal('VERROUILLAGE')).toHaveLength(echecs === 5 ? 1 : 0)
  })

  it.each([
    ['quatorze minutes', 14, 401],
    ['quinze minutes', 15, 303],
  ])('le verrou tient %s', async (_, minutes, attendu) => {
    const { entrer, attendre } = await preparer()
    for (let i = 0; i < 5; i++) await entrer('faux')
    attendre(minutes)
    expect((await entrer()).status).toBe(attendu)
  })

  it('douze mots de passe essayés à la fois comptent comme l’un après l’autre : cinq sont lus, puis le verrou tient', async () => {
    const { entrer, etat, journal } = await preparer()
    await Promise.all(Array.from({ length: 12 }, () => entrer('faux')))
    const motifs = (await journal('ECHEC_CONNEXION')).map((detail) => (JSON.parse(detail) as { motif: string }).motif)
    expect(motifs.filter((motif) => motif === 'mot de passe faux')).toHaveLength(5)
    expect(motifs.filter((motif) => motif === 'compte verrouillé')).toHaveLength(7)
    expect(await journal('VERROUILLAGE')).toHaveLength(1)
    expect((await compteDuCourriel(etat, COURRIEL))?.echecs).toBe(5)
    expect((await entrer()).status).toBe(401)
  })

  it('dix mille tentatives d’une adresse : trente sont lues, les autres renvoyées et comptées', async () => {
    const { entrer, etat, attendre } = await preparer({ deps: { tentatives: createLimite(30, 300_000) } })
    const statuts = new Map<number, number>()
    for (let i = 0; i < 10_000; i++) {
      const { status } = await entrer('faux', `inconnu${i}@exemple.fr`)
      statuts.set(status, (statuts.get(status) ?? 0) + 1)
    }
    expect([...statuts]).toEqual([
      [401, 30],
      [429, 9970],
    ])
    attendre(6)
    expect((await entrer()).status).toBe(303)
    const comptees = await etat
      .selectFrom('journal')
      .select(['nombre'])
      .where('detail', 'like', '%trop de tentatives%')
      .execute()
    expect(comptees).toEqual([{ nombre: 9970 }])
  })
})

describe('la limite des tentatives', () => {
  it('ne compte pas celles qui aboutissent : tout un service se connecte d’une même adresse', async () => {
    const { entrer } = await preparer({ deps: { tentatives: createLimite(3, 300_000) } })
    for (let i = 0; i < 10; i++) expect((await entrer()).status).toBe(303)
    for (let i = 0; i < 3; i++) expect((await entrer('faux')).status).toBe(401)
    expect((await entrer()).status).toBe(429)
  })
})

describe('la session', () => {
  it('n’est pas celle d’avant la connexion : aucun témoin posé d’avance ne s’ouvre', async () => {
    const { entrer, demander } = await preparer()
    const pose = 'session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    const ouverte = temoinDe(await entrer(MOT_DE_PASSE, COURRIEL, pose))
    expect(ouverte).not.toBe(pose)
    expect(mene(await demander('/', pose))[0]).toBe(303)
  })

  it('change à chaque connexion, et l’ancienne se ferme', async () => {
    const { entrer, demander } = await preparer()
    const premiere = temoinDe(await entrer())
    const seconde = temoinDe(await entrer(MOT_DE_PASSE, COURRIEL, premiere))
    expect((await demander('/', premiere)).status).toBe(303)
    expect((await demander('/', seconde)).status).toBe(200)
  })

  it('ne se rejoue pas après la déconnexion', async () => {
    const { entrer, demander, journal } = await preparer()
    const temoin = temoinDe(await entrer())
    expect(mene(await demander('/deconnexion', temoin, poster({})))).toEqual([303, '/connexion'])
    expect(mene(await demander('/', temoin))).toEqual([303, '/connexion'])
    expect(await journal('DECONNEXION')).toHaveLength(1)
    expect((await journal('REFUS')).join()).toContain('session échue')
  })

  it('meurt avec son compte, à l’instant', async () => {
    const { entrer, demander, etat } = await preparer()
    const temoin = temoinDe(await entrer())
    await fermerCompte(etat, 1, { instant: '2026-11-23 10:00:00', par: 'essai', motif: 'départ' })
    expect((await demander('/', temoin)).status).toBe(303)
    expect(await etat.selectFrom('sessions').selectAll().execute()).toEqual([])
  })

  it.each([
    ['vingt-neuf minutes sans rien faire', [29], 200],
    ['trente minutes sans rien faire', [30], 303],
    ['onze heures et demie d’usage', Array.from({ length: 23 * 2 }, () => 15), 200],
    ['douze heures d’usage', Array.from({ length: 48 }, () => 15), 303],
  ])('après %s', async (_, pas, attendu) => {
    const { entrer, demander, attendre } = await preparer()
    const temoin = temoinDe(await entrer())
    let statut = 0
    for (const minutes of pas) {
      attendre(minutes)
      statut = (await demander('/', temoin)).status
    }
    expect(statut).toBe(attendu)
  })
})

describe('le mot de passe', () => {
  it('donné par un autre se change avant toute chose, et ne sert plus ensuite', async () => {
    const { entrer, demander } = await preparer({ aChanger: true, provisoireJusquA: '2026-11-30 10:00:00' })
    const temoin = temoinDe(await entrer())
    for (const page of ['/', '/guichets', '/imports'])
      expect(mene(await demander(page, temoin))).toEqual([303, '/compte'])
    const nouveau = 'un phare et trois harengs'
    const change = await demander(
      '/compte/mot-de-passe',
      temoin,
      poster({ actuel: MOT_DE_PASSE, nouveau, repete: nouveau }),
    )
    expect(change.status).toBe(200)
    expect((await demander('/', temoin)).status).toBe(303)
    expect((await demander('/', temoinDe(change))).status).toBe(200)
    expect((await entrer()).status).toBe(401)
    expect((await entrer(nouveau)).status).toBe(303)
  })

  it.each([
    ['la veille de son terme', '2026-11-23 10:00:01', 303],
    ['à son terme', '2026-11-23 10:00:00', 401],
    ['le lendemain', '2026-11-22 10:00:00', 401],
  ])('provisoire, %s', async (_, provisoireJusquA, attendu) => {
    const { entrer } = await preparer({ aChanger: true, provisoireJusquA })
    expect((await entrer()).status).toBe(attendu)
  })

  it.each([
    ['trop court', 'Abc123!xyzK', /au moins 12/],
    ['courant', 'motdepasse1234', /trop courant/],
    ['un mot répété', 'azertyazerty', /trop courant/],
    ['fait de son propre nom', 'Camille.Martin2026', /trop proche/],
    ['le même qu’avant', MOT_DE_PASSE, /le même/],
  ])('%s, est refusé', async (_, nouveau, reproche) => {
    const { entrer, demander } = await preparer()
    const temoin = temoinDe(await entrer())
    const reponse = await demander(
      '/compte/mot-de-passe',
      temoin,
      poster({ actuel: MOT_DE_PASSE, nouveau, repete: nouveau }),
    )
    expect(reponse.status).toBe(422)
    expect(await reponse.text()).toMatch(reproche)
    expect((await entrer()).status).toBe(303)
  })

  it('actuel faux, ne change rien et compte comme un échec', async () => {
    const { entrer, demander, etat } = await preparer()
    const temoin = temoinDe(await entrer())
    await demander(
      '/compte/mot-de-passe',
      temoin,
      poster({ actuel: 'faux', nouveau: 'un phare et trois harengs', repete: 'un phare et trois harengs' }),
    )
    expect((await compteDuCourriel(etat, COURRIEL))?.echecs).toBe(1)
    expect((await entrer()).status).toBe(303)
  })
})

describe('le second facteur', () => {
  const code = (cle: string, quand: Date) => new TOTP({ secret: cle }).generate({ timestamp: quand.getTime() })

  /** Enrols a gestionnaire, who cannot do without. */
  const enroler = async () => {
    const contexte = await preparer({ role: 'gestionnaire' })
    const attente = temoinDe(await contexte.entrer())
    const page = await (await contexte.demander('/connexion/code', attente)).text()
    const cle = /class="cle">([A-Z2-7 ]+)</.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
    const reponse = await contexte.demander('/connexion/code', attente, poster({ code: code(cle, contexte.instant()) }))
    return { ...contexte, attente, cle, temoin: temoinDe(reponse), reponse }
  }

  it('est exigé du gestionnaire avant que quoi que ce soit s’ouvre', async () => {
    const { entrer, demander } = await preparer({ role: 'gestionnaire' })
    const reponse = await entrer()
    expect(mene(reponse)).toEqual([303, '/connexion/code?suite=%2F'])
    for (const page of ['/', '/comptes', '/dossiers', '/compte'])
      expect(mene(await demander(page, temoinDe(reponse)))).toEqual([303, '/connexion/code'])
  })

  it('s’enrôle par un dessin et une clé, puis ouvre une session nouvelle', async () => {
    const { demander, temoin, attente, reponse } = await enroler()
    expect(mene(reponse)).toEqual([303, '/'])
    expect(temoin).not.toBe(attente)
    expect((await demander('/', temoin)).status).toBe(200)
    expect((await demander('/', attente)).status).toBe(303)
  })

  it('garde sa clé chiffrée, et ne la montre plus une fois en place', async () => {
    const { cle, etat, entrer, demander } = await enroler()
    expect(JSON.stringify(await etat.selectFrom('comptes').selectAll().execute())).not.toContain(cle)
    const page = await (await demander('/connexion/code', temoinDe(await entrer()))).text()
    expect(page).not.toContain('class="cle"')
  })

  it('un code ne sert qu’une fois', async () => {
    const { cle, entrer, demander, instant, attendre } = await enroler()
    const rejoue = await demander('/connexion/code', temoinDe(await entrer()), poster({ code: code(cle, instant()) }))
    expect(rejoue.status).toBe(401)
    attendre(1)
    const suivant = await demander('/connexion/code', temoinDe(await entrer()), poster({ code: code(cle, instant()) }))
    expect(suivant.status).toBe(303)
  })

  it('un code envoyé deux fois à la fois n’ouvre qu’une session', async () => {
    const { cle, entrer, demander, instant, attendre } = await enroler()
    attendre(1)
    const attente = temoinDe(await entrer())
    const envoyer = () => demander('/connexion/code', attente, poster({ code: code(cle, instant()) }))
    const reponses = await Promise.all([envoyer(), envoyer(), envoyer()])
    expect(reponses.filter((reponse) => mene(reponse)[1] === '/')).toHaveLength(1)
  })

  it('trente codes essayés à la fois ne comptent pas pour un : cinq sont lus', async () => {
    const { entrer, demander, attendre, journal } = await enroler()
    attendre(2)
    const attente = temoinDe(await entrer())
    await Promise.all(
      Array.from({ length: 30 }, () => demander('/connexion/code', attente, poster({ code: '000000' }))),
    )
    expect((await journal('ECHEC_CONNEXION')).filter((detail) => detail.includes('code faux'))).toHaveLength(5)
    expect(await journal('VERROUILLAGE')).toHaveLength(1)
  })

  it('cinq codes faux verrouillent le compte', async () => {
    const { entrer, demander, attendre, journal, cle, instant } = await enroler()
    attendre(2)
    const attente = temoinDe(await entrer())
    for (let i = 0; i < 5; i++) await demander('/connexion/code', attente, poster({ code: '000000' }))
    expect(mene(await demander('/connexion/code', attente, poster({ code: code(cle, instant()) })))).toEqual([
      303,
      '/connexion',
    ])
    expect((await entrer()).status).toBe(401)
    expect(await journal('VERROUILLAGE')).toHaveLength(1)
  })
})

describe('la démonstration', () => {
  it('n’ouvre ses comptes que sur cette machine', async () => {
    const ici = await preparer({ demonstration: true })
    expect((await ici.entrer()).status).toBe(303)
    const dehors = await preparer({ demonstration: true, deps: { site: { origine: 'https://infocentre.exemple.fr' } } })
    const reponse = await dehors.app.request(
      'http://infocentre.exemple.fr/connexion',
      poster({ courriel: COURRIEL, mot_de_passe: MOT_DE_PASSE }, 'https://infocentre.exemple.fr'),
    )
    expect(reponse.status).toBe(401)
    expect(await reponse.text()).not.toContain('demo.exemple')
  })
})
