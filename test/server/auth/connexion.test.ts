import { describe, expect, it } from 'vitest'
import { createLimite } from '../../../server/auth/limite.ts'
import { compteDuCourriel, fermerCompte } from '../../../server/state/comptes.ts'
import { poster } from '../aide.ts'
import { COURRIEL, MOT_DE_PASSE, mene, preparer, temoinDe } from './connexion.ts'

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
