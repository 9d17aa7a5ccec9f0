import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contientNumero } from '../../../ingest/contract/numero.ts'
import { ROLES } from '../../../server/acces/roles.ts'
import { createBoite, expirerBoite } from '../../../server/courrier/boite.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { envoyer, MAINTENANT, poster } from '../aide.ts'
import { creerDiffusion } from './aide.ts'

const departement = preparerDepartement()
const RAPPORT = '/rapports/prefet/2026-S1'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const preparer = async () => {
  const { base } = departement()
  rmSync(base.dossier.envois, { recursive: true, force: true })
  const monde = await creerDiffusion(base, createBoite(base.dossier.envois, null))
  const deposes = () => (existsSync(base.dossier.envois) ? readdirSync(base.dossier.envois) : [])
  return { ...monde, base, deposes }
}

describe('les listes de diffusion', () => {
  it('inscrit une adresse une fois, et refuse ce qui n’en est pas une', async () => {
    const { inscrire, etat } = await preparer()
    expect((await inscrire('prefet', 'Cabinet', 'Cabinet@Exemple.fr')).status).toBe(303)
    const double = await inscrire('prefet', 'Cabinet du préfet', ' cabinet@exemple.FR ')
    expect([double.status, (await double.text()).includes('déjà dans la liste')]).toEqual([422, true])
    expect((await inscrire('copil', 'Cabinet', 'cabinet@exemple.fr')).status).toBe(303)
    for (const courriel of ['', 'cabinet', 'a@b', 'a@exemple.fr\nBcc: b@exemple.fr', 'a@exemple.fr,b@exemple.fr'])
      expect([courriel, (await inscrire('prefet', 'Cabinet', courriel)).status]).toEqual([courriel, 422])
    expect((await inscrire('prefet', 'La demande 013 0926 000001 ABCDE', 'a@exemple.fr')).status).toBe(422)
    const gardes = await etat.selectFrom('diffusion_destinataires').select(['liste', 'courriel']).execute()
    expect(gardes).toEqual([
      { liste: 'prefet', courriel: 'cabinet@exemple.fr' },
      { liste: 'copil', courriel: 'cabinet@exemple.fr' },
    ])
  })

  it('sans serveur de messagerie, dépose chaque message, qui s’ouvre et s’envoie à la main', async () => {
    const { inscrire, publier, app, deposes, base, etat } = await preparer()
    await publier('prefet')
    expect((await app.request(`${RAPPORT}/envoyer`, poster({}))).status).toBe(422)
    await inscrire('prefet', 'Cabinet « Été »', 'cabinet@exemple.fr')
    await inscrire('partenaires', 'Union', 'union@exemple.fr')
    expect((await app.request(`${RAPPORT}/envoyer`, poster({}))).status).toBe(303)
    expect(deposes()).toHaveLength(1)
    const lu = readFileSync(join(base.dossier.envois, deposes()[0] ?? ''), 'utf8')
    expect(lu).toContain('X-Unsent: 1')
    const { id, texte, objet } = await etat.selectFrom('diffusion_envois').selectAll().executeTakeFirstOrThrow()
    expect(objet).toBe('Compte rendu au préfet, 1er semestre 2026, territoire 013')
    expect(texte).toContain(`Le lire : http://127.0.0.1:3000${RAPPORT}`)
    // The report says « 12 jours »: the message says none of its figures, and no number.
    expect(texte).not.toContain('12 jours')
    expect(contientNumero(texte)).toBe(false)
    const ouvert = await app.request(`/rapports/diffusion/envois/${id}/message.eml`)
    expect(ouvert.headers.get('content-type')).toBe('message/rfc822')
    expect(await ouvert.text()).toContain('cabinet@exemple.fr')
    expect((await app.request(`/rapports/diffusion/envois/${id + 1}/message.eml`)).status).toBe(404)
  })

  it('une version qui corrige se dit à chacun, et nomme celle qu’elle remplace', async () => {
    const { inscrire, publier, app, etat, deposes } = await preparer()
    await publier('prefet')
    await inscrire('prefet', 'Cabinet', 'cabinet@exemple.fr')
    await app.request(`${RAPPORT}/envoyer`, poster({}))
    await publier('prefet', 2)
    await inscrire('prefet', 'Secrétariat', 'secretariat@exemple.fr')
    await app.request(`${RAPPORT}/envoyer`, poster({}))
    const envois = await etat.selectFrom('diffusion_envois').select(['courriel', 'texte']).orderBy('id').execute()
    expect(envois.map(({ courriel }) => courriel)).toEqual([
      'cabinet@exemple.fr',
      'cabinet@exemple.fr',
      'secretariat@exemple.fr',
    ])
    expect(envois.map(({ texte }) => texte.includes('corrige et remplace la version 1'))).toEqual([false, true, true])
    expect(deposes()).toHaveLength(3)
  })

  it('n’envoie rien avant la publication, ni à qui est retiré', async () => {
    const { inscrire, publier, app, etat, expedition, issues } = await preparer()
    await inscrire('prefet', 'Cabinet', 'cabinet@exemple.fr')
    expect((await app.request(`${RAPPORT}/envoyer`, poster({}))).status).toBe(404)
    const id = await publier('prefet')
    const [inscrit] = await etat.selectFrom('diffusion_destinataires').select('id').execute()
    await etat
      .insertInto('diffusion_envois')
      .values({
        ...{ territoire: '013', liste: 'prefet', cle: `rapport ${id}`, destinataire: inscrit?.id ?? 0, nom: 'Cabinet' },
        ...{ courriel: 'cabinet@exemple.fr', objet: 'x', texte: 'x', document: null, role: 'gestionnaire' },
        ...{ par: 'essai', le: '2026-11-23 10:00:00' },
      })
      .execute()
    const retrait = await app.request(`/rapports/diffusion/${inscrit?.id}/retirer`, poster({}))
    expect(retrait.status).toBe(303)
    await expedition.passer()
    expect(await issues()).toEqual(['ANNULEE'])
    expect((await app.request(`/rapports/diffusion/${inscrit?.id}/retirer`, poster({}))).status).toBe(404)
    // Off the list, it is not sent again; on it once more, it is.
    const { id: envoi } = await etat.selectFrom('diffusion_envois').select('id').executeTakeFirstOrThrow()
    const relancer = async () => (await app.request(`/rapports/diffusion/envois/${envoi}/relancer`, poster({}))).status
    expect(await relancer()).toBe(422)
    await inscrire('prefet', 'Cabinet', 'cabinet@exemple.fr')
    expect(await relancer()).toBe(303)
    expect(await issues()).toEqual(['ANNULEE', 'RELANCEE', 'COMMENCEE', 'DEPOSEE'])
    expect((await app.request(`${RAPPORT}/envoyer`, poster({}))).status).toBe(422)
  })

  it('joint un autre document à ce qui est publié : il se lit de qui lit le rapport, et se dit dans le message', async () => {
    const { inscrire, publier, app, etat, demander } = await preparer()
    await publier('prefet')
    await inscrire('prefet', 'Cabinet', 'cabinet@exemple.fr')
    const joindre = (nom: string, titre: string) =>
      app.request(`${RAPPORT}/documents`, envoyer({ [nom]: PNG }, { titre }))
    expect((await joindre('plan.exe', '')).status).toBe(422)
    expect((await joindre('plan.png', 'Plan départemental')).status).toBe(303)
    const page = await (await demander({ role: 'prefet' }, RAPPORT)).text()
    expect(page).toContain('Plan départemental')
    const chemin = /href="(\/documents\/\d+)[?"]/.exec(page)?.[1] ?? ''
    expect((await demander({ role: 'prefet' }, chemin)).status).toBe(200)
    expect((await demander({ role: 'copil' }, chemin)).status).toBe(404)
    await app.request(`${RAPPORT}/envoyer`, poster({}))
    const [envoi] = await etat.selectFrom('diffusion_envois').select('texte').execute()
    expect(envoi?.texte).toContain('– Plan départemental')
  })

  it('sont au gestionnaire seul, page, export, API et messages', async () => {
    const { demander } = await preparer()
    for (const role of ROLES) {
      const service = role === 'guichet' ? departement().sien.service : null
      const statuts = []
      for (const chemin of ['/rapports/diffusion', '/exports/envois.csv', '/api/v1/envois'])
        statuts.push((await demander({ role, service }, chemin)).status)
      expect([role, ...statuts]).toEqual([role, ...Array(3).fill(role === 'gestionnaire' ? 200 : 403)])
    }
  })

  it('un message attend quatre-vingt-dix jours dans la boîte, et plus un de plus', async () => {
    const { inscrire, publier, app, deposes, base } = await preparer()
    await publier('prefet')
    await inscrire('prefet', 'Cabinet', 'cabinet@exemple.fr')
    await app.request(`${RAPPORT}/envoyer`, poster({}))
    const fichier = join(base.dossier.envois, deposes()[0] ?? '')
    utimesSync(fichier, MAINTENANT, MAINTENANT)
    const jours = (n: number) => new Date(MAINTENANT.getTime() + n * 86_400_000)
    expirerBoite(base.dossier.envois, jours(90))
    expect(deposes()).toHaveLength(1)
    expirerBoite(base.dossier.envois, jours(91))
    expect(deposes()).toEqual([])
  })
})
