import { describe, expect, it, onTestFinished } from 'vitest'
import { ouvrirComptesDeDemonstration } from '../../server/auth/demonstration.ts'
import { ouvrirBase } from '../base.ts'
import { DEMANDES, ecrireDossier, fichiers } from '../ingest/instantane.ts'
import { enCsv } from '../ingest/tableau.ts'
import { adresse, creerServeur, poster } from './aide.ts'

describe('les comptes de la démonstration', () => {
  const fictive = JSON.stringify({ version: 1, territoire: '013', date: '2026-10-31', synthetique: true })

  it('s’ouvrent tant que tout est fictif, et se ferment dès qu’un vrai instantané est chargé', async () => {
    const { base, charger } = await ouvrirBase()
    await charger(ecrireDossier(fichiers({ 'instantane.json': fictive })))
    const { app, etat, fermer } = await creerServeur(base)
    onTestFinished(() => fermer())
    await ouvrirComptesDeDemonstration(etat, '013', null, '2026-11-23 09:00:00')
    const entrer = () =>
      app.request(
        adresse('/connexion'),
        poster({ courriel: 'gestionnaire@demo.exemple', mot_de_passe: 'demonstration' }),
      )
    const page = async () => (await app.request(adresse('/connexion'))).text()
    expect(await page()).toContain('gestionnaire@demo.exemple')
    const reponse = await entrer()
    expect(reponse.headers.get('location')).toBe('/')
    const temoin = reponse.headers.get('set-cookie')?.split(';')[0] ?? ''
    const voir = () => app.request(adresse('/'), { headers: { cookie: temoin } })
    expect((await voir()).status).toBe(200)
    const vrai = {
      'demandes.csv': enCsv(DEMANDES),
      'instantane.json': JSON.stringify({ territoire: '013', date: '2026-09-30' }),
    }
    await charger(ecrireDossier(fichiers(vrai)))
    expect((await voir()).status).toBe(303)
    expect((await entrer()).status).toBe(401)
    expect(await page()).not.toContain('demo.exemple')
  })
})
