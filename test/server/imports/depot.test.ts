import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openInstallation } from '../../../server/installation.ts'
import { createDepots } from '../../../server/services/depots.ts'
import { dossierTemporaire, ouvrirBase } from '../../base.ts'
import { adresse, creerApplication, envoyer, MAINTENANT, ouvrirPour, poster } from '../aide.ts'
import { agir, autrement, CORRESPONDANCE, deposer, STATUTS } from './depots.ts'

const copies = (temporaire: string) => readdirSync(temporaire).filter((nom) => nom.startsWith('depot'))

describe('la copie déposée', () => {
  it('n’est qu’à qui l’a envoyée : un autre gestionnaire ne la voit, ne la charge ni ne l’efface', async () => {
    const { base } = await ouvrirBase()
    const serveur = await creerApplication(base)
    const { chemin } = await deposer(serveur.app, autrement())
    const cookie = await ouvrirPour(serveur.etat, { territoires: ['013'] })
    const demander = (suite: string, init: RequestInit) =>
      serveur.serveur.request(adresse(`${chemin}${suite}`), { ...init, headers: { ...init.headers, cookie } })
    for (const [suite, init] of [
      ['', {}],
      ['/suivi', {}],
      ['/examen', poster({})],
      ['/charger', poster({})],
      ['/abandon', poster({})],
    ] as const)
      expect((await demander(suite, init)).headers.get('location')).toBe('/imports')
    expect(copies(base.dossier.temporaire)).toHaveLength(1)
  })

  it('est effacée quand personne n’y revient pendant deux heures, pas avant', async () => {
    const { base } = await ouvrirBase()
    const depots = createDepots(() => {})
    const { app } = await creerApplication(base, {}, { depots })
    const { chemin } = await deposer(app, autrement())
    const apres = (ms: number) => depots.expirer(new Date(MAINTENANT.getTime() + ms))
    apres(2 * 3600_000)
    expect((await app.request(adresse(chemin))).status).toBe(200)
    apres(2 * 3600_000 + 1)
    expect((await app.request(adresse(chemin))).headers.get('location')).toBe('/imports')
    expect(copies(base.dossier.temporaire)).toEqual([])
  })

  it('ne survit pas au processus : la base qui rouvre l’efface', async () => {
    const racine = join(dossierTemporaire(), 'base')
    const base = await openInstallation(racine)
    const { app } = await creerApplication(base)
    await deposer(app, autrement())
    expect(copies(base.dossier.temporaire)).toHaveLength(1)
    base.close()
    const rouverte = await openInstallation(racine)
    expect(copies(rouverte.dossier.temporaire)).toEqual([])
    rouverte.close()
  })

  it('ne peut être qu’un instantané d’un territoire que le compte couvre', async () => {
    const { base } = await ouvrirBase()
    const { app } = await creerApplication(base, { territoires: ['031'] })
    const { statut, page } = await deposer(app, autrement())
    expect([statut, page]).toEqual([422, expect.stringContaining('que votre compte ne couvre pas')])
  })
})

describe('le suivi d’un chargement', () => {
  it('dit chaque étape avec le mot de son état, puis où aller', async () => {
    const { base } = await ouvrirBase()
    const { app } = await creerApplication(base)
    const { chemin } = await deposer(app, autrement())
    await agir(app, chemin, 'examen', CORRESPONDANCE)
    await app.request(adresse(`${chemin}/charger`), poster(STATUTS))
    const suivi = await app.request(adresse(`${chemin}/suivi`))
    expect(suivi.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const evenements = (await suivi.text())
      .split('\n')
      .filter((ligne) => ligne.startsWith('data: '))
      .map((ligne) => JSON.parse(ligne.slice('data: '.length)))
    expect(evenements[0].etapes.map(({ mot }: { mot: string }) => mot)).toContain('en cours')
    for (const { etapes } of evenements)
      for (const { etat, mot } of etapes)
        expect(mot).toBe({ faite: 'fait', en_cours: 'en cours', a_venir: 'à venir' }[etat as 'faite'])
    expect(evenements.at(-1).suite).toBe(chemin)
    expect((await app.request(adresse(chemin))).headers.get('location')).toMatch(/fait=/)
  })

  it('sans script, la page se redemande elle-même', async () => {
    const { base } = await ouvrirBase()
    const { app } = await creerApplication(base)
    const envoi = await app.request(adresse('/imports'), envoyer(autrement()))
    const page = await (await app.request(adresse(envoi.headers.get('location') ?? ''))).text()
    expect(page).toMatch(/<noscript><meta http-equiv="refresh" content="5"/)
    expect(page).toContain('Examen en cours')
  })
})
