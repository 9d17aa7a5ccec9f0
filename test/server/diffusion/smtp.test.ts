import { describe, expect, it } from 'vitest'
import { createSmtp } from '../../../server/courrier/smtp.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { poster } from '../aide.ts'
import { creerDiffusion, horloge } from './aide.ts'
import { ouvrirMessagerie } from './messagerie.ts'

const departement = preparerDepartement()
const EXPEDITEUR = 'Gestionnaire <gestionnaire@exemple.fr>'
const RAPPORT = '/rapports/prefet/2026-S1'

const envoyerA = async (url: string, ...adresses: readonly string[]) => {
  const temps = horloge()
  const monde = await creerDiffusion(departement().base, createSmtp(url, EXPEDITEUR), temps)
  await monde.publier('prefet')
  for (const une of adresses) await monde.inscrire('prefet', `Personne ${une}`, une)
  const envoyer = () => monde.app.request(`${RAPPORT}/envoyer`, poster({}))
  const attendre = async (minutes: number) => {
    temps.avancer(minutes)
    await monde.expedition.passer()
  }
  return { ...monde, envoyer, attendre }
}

describe('l’envoi par un serveur de messagerie', () => {
  it('remet à chacun son message, une fois, quoi qu’on redemande', async () => {
    const { url, recus } = await ouvrirMessagerie()
    const { envoyer, attendre, issues, app } = await envoyerA(url, 'a@exemple.fr', 'b@exemple.fr')
    expect((await envoyer()).status).toBe(303)
    await attendre(0)
    expect((await envoyer()).status).toBe(422)
    await attendre(10_000)
    expect(recus.map(({ a }) => a)).toEqual([['a@exemple.fr'], ['b@exemple.fr']])
    expect(await issues()).toEqual(['COMMENCEE', 'PARTIE', 'COMMENCEE', 'PARTIE'])
    expect(recus[0]?.brut).toContain('From: Gestionnaire <gestionnaire@exemple.fr>')
    // A new version is another thing to send.
    const page = await (await app.request(RAPPORT)).text()
    expect(page).toContain('Envoyé')
  })

  it('dit refusé ce que le serveur refuse pour de bon, et le renvoie quand on le demande', async () => {
    const adresses: Record<string, number> = { 'a@exemple.fr': 550 }
    const { url, recus } = await ouvrirMessagerie({ adresses })
    const { envoyer, attendre, issues, app, etat, traces } = await envoyerA(url, 'a@exemple.fr', 'b@exemple.fr')
    await envoyer()
    await attendre(0)
    expect(await issues()).toEqual(['COMMENCEE', 'REFUSEE', 'COMMENCEE', 'PARTIE'])
    await attendre(10_000)
    expect(recus).toHaveLength(1)
    const liste = await (await app.request('/rapports/diffusion')).text()
    expect(liste).toContain('Le serveur de messagerie a répondu 550.')
    expect(liste).toMatch(/1\smessage non parti, à revoir\./)
    delete adresses['a@exemple.fr']
    const { id } = await etat.selectFrom('diffusion_envois').select('id').executeTakeFirstOrThrow()
    expect((await app.request(`/rapports/diffusion/envois/${id}/relancer`, poster({}))).status).toBe(303)
    await attendre(0)
    expect(recus.map(({ a }) => a)).toEqual([['b@exemple.fr'], ['a@exemple.fr']])
    // Once it left it is not sent again, even when asked.
    expect((await app.request(`/rapports/diffusion/envois/${id}/relancer`, poster({}))).status).toBe(422)
    expect(traces.join('')).not.toContain('exemple.fr')
  })

  it('reprend ce que le serveur n’a pas pu prendre : ni avant l’heure, ni sans fin', async () => {
    const adresses: Record<string, number> = { 'a@exemple.fr': 451 }
    const { url, recus } = await ouvrirMessagerie({ adresses })
    const { envoyer, attendre, issues } = await envoyerA(url, 'a@exemple.fr')
    await envoyer()
    await attendre(0)
    await attendre(4.9)
    expect(await issues()).toEqual(['COMMENCEE', 'ECHOUEE'])
    await attendre(0.1)
    expect(await issues()).toHaveLength(4)
    delete adresses['a@exemple.fr']
    await attendre(30)
    expect(recus).toHaveLength(1)
    expect((await issues()).at(-1)).toBe('PARTIE')
  })

  it('un serveur éteint ne perd rien : tout part quand il revient', async () => {
    const { url, recus, fermer } = await ouvrirMessagerie()
    await fermer()
    const { envoyer, attendre, issues } = await envoyerA(url, 'a@exemple.fr', 'b@exemple.fr')
    await envoyer()
    await attendre(0)
    // One a round: the first to find it closed is enough.
    expect(await issues()).toEqual(['COMMENCEE', 'ECHOUEE', 'COMMENCEE', 'ECHOUEE'])
    for (let essai = 0; essai < 14; essai += 1) await attendre(1440)
    expect(recus).toHaveLength(0)
    expect((await issues()).filter((issue) => issue === 'ECHOUEE')).toHaveLength(12)
  })

  it('à l’arrêt du serveur, le message en cours finit, et les autres attendent', async () => {
    const { url, recus } = await ouvrirMessagerie()
    const { envoyer, expedition, issues } = await envoyerA(url, 'a@exemple.fr', 'b@exemple.fr')
    await expedition.arreter()
    await envoyer()
    await expedition.passer()
    expect(recus).toHaveLength(0)
    expect(await issues()).toEqual([])
  })

  it('rompu après le message, il est peut-être parti : il ne repart que si quelqu’un le demande', async () => {
    const { url, recus } = await ouvrirMessagerie({ coupe: true })
    const { envoyer, attendre, issues, app } = await envoyerA(url, 'a@exemple.fr')
    await envoyer()
    await attendre(0)
    await attendre(10_000)
    expect(recus).toHaveLength(1)
    expect(await issues()).toEqual(['COMMENCEE'])
    expect(await (await app.request('/rapports/diffusion')).text()).toContain('Interrompu pendant l’envoi')
  })

  it('porte la même référence chaque fois, pour que la messagerie reconnaisse un doublon', async () => {
    const { url, recus } = await ouvrirMessagerie({ coupe: true })
    const { envoyer, attendre, app, etat } = await envoyerA(url, 'a@exemple.fr')
    await envoyer()
    await attendre(0)
    await attendre(20)
    const { id } = await etat.selectFrom('diffusion_envois').select('id').executeTakeFirstOrThrow()
    await app.request(`/rapports/diffusion/envois/${id}/relancer`, poster({}))
    await attendre(20)
    const references = recus.map(({ brut }) => /^Message-ID: (.*)$/im.exec(brut)?.[1])
    expect(references).toHaveLength(2)
    expect(new Set(references).size).toBe(1)
  })
})
