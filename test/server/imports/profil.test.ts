import { describe, expect, it } from 'vitest'
import { trouverProfil } from '../../../ingest/store/profils.ts'
import { ouvrirBase } from '../../base.ts'
import { ecrireDossier, fichiers } from '../../ingest/instantane.ts'
import { adresse, creerApplication, poster, suivre } from '../aide.ts'
import { texte } from './depots.ts'

const PROFIL = { valeurs: { situation_familiale: { 'Seul au monde': 'CELIBATAIRE' } } }

const ouvrir = async (personne = {}) => {
  const { base, charger } = await ouvrirBase()
  await charger(ecrireDossier(fichiers()), { profil: PROFIL })
  return { base, ...(await creerApplication(base, personne)) }
}

describe('le profil d’un territoire, sur la page des données', () => {
  it('se lit et se télécharge tel qu’il est gardé', async () => {
    const { app } = await ouvrir()
    const page = texte(await (await app.request(adresse('/imports'))).text())
    expect(page).toContain('situation_familiale : « Seul au monde » → CELIBATAIRE')
    const reponse = await app.request(adresse('/imports/profil.json?territoire=013'))
    expect(reponse.headers.get('content-disposition')).toBe('attachment; filename="profil-013.json"')
    expect(await reponse.json()).toEqual(PROFIL)
  })

  it('se remplace par un autre, bien écrit, et le journal le dit', async () => {
    const { app, base, etat } = await ouvrir()
    const autre = { colonnes: { canal: ['Voie'] } }
    const reponse = await app.request(adresse('/imports/profil'), poster({ profil: JSON.stringify(autre) }))
    expect(reponse.status).toBe(303)
    expect(texte(await (await suivre(app, reponse)).text())).toContain('Le profil est gardé')
    expect((await trouverProfil(base.connection, '013'))?.profil).toEqual(autre)
    const { action, detail, territoire } = await etat
      .selectFrom('journal')
      .select(['action', 'detail', 'territoire'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect([action, territoire, JSON.parse(detail)]).toEqual([
      'REGLAGE',
      '013',
      { cle: 'profil d’import', intitules: 1, mots: 0 },
    ])
  })

  it.each([
    ['{"colonnes": {"canal": ["Voie"]', /n’est pas du JSON bien écrit/],
    ['{"valeurs": {"canal": {"x": "PIGEON"}}}', /le code « PIGEON » n’existe pas/],
  ])('ne change pas pour un profil fautif (%s), qui reste à corriger', async (faux, phrase) => {
    const { app, base } = await ouvrir()
    const reponse = await app.request(adresse('/imports/profil'), poster({ profil: faux }))
    const page = await reponse.text()
    expect([reponse.status, texte(page)]).toEqual([422, expect.stringMatching(phrase)])
    expect(page).toContain(faux.replaceAll('"', '&quot;'))
    expect((await trouverProfil(base.connection, '013'))?.profil).toEqual(PROFIL)
  })

  it('s’ôte', async () => {
    const { app, base } = await ouvrir()
    expect((await app.request(adresse('/imports/profil/oter'), poster({}))).status).toBe(303)
    expect(await trouverProfil(base.connection, '013')).toBeNull()
    expect((await app.request(adresse('/imports/profil.json'))).status).toBe(404)
  })

  it('se lit mais ne se change pas par l’État, ni par le gestionnaire d’un autre territoire', async () => {
    const { app, base } = await ouvrir({ role: 'etat', territoires: ['013'] })
    expect((await app.request(adresse('/imports/profil.json'))).status).toBe(200)
    expect(await (await app.request(adresse('/imports'))).text()).not.toContain('Ne plus l’appliquer')
    expect((await app.request(adresse('/imports/profil/oter'), poster({}))).status).toBe(403)
    const autre = await creerApplication(base, { territoires: ['031'] })
    expect((await autre.app.request(adresse('/imports/profil/oter?territoire=013'), poster({}))).status).toBe(403)
    expect((await autre.app.request(adresse('/imports/profil.json?territoire=013'))).status).toBe(403)
    expect((await trouverProfil(base.connection, '013'))?.profil).toEqual(PROFIL)
  })
})
