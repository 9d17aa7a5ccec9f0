import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire, ouvrirBase } from '../base.ts'
import { ecrireSerie } from '../oracle/fabrique.ts'
import { adresse, creerApplication, envoyer } from './aide.ts'
import { agir, attendre, deposer } from './imports/depots.ts'

const preparer = async () => {
  const serie = ecrireSerie(dossierTemporaire(), 8, { demandes: 80, mois: 3 })
  const { base, charger } = await ouvrirBase()
  const rapports = []
  for (const { dossier } of serie) rapports.push(await charger(dossier, { tolerance: 1, toleranceValeurs: 1 }))
  return { base, serie, rapports, ...(await creerApplication(base)) }
}

const fichiersDe = (dossier: string) =>
  Object.fromEntries(readdirSync(dossier).map((nom) => [nom, new Uint8Array(readFileSync(join(dossier, nom)))]))

describe('l’application', () => {
  it('dit quoi faire quand rien n’est encore chargé', async () => {
    const { app } = await creerApplication((await ouvrirBase()).base)
    for (const page of ['/', '/guichets', '/indicateurs', '/guichets/XXXXX']) {
      const reponse = await app.request(adresse(page))
      expect([page, reponse.status]).toEqual([page, 200])
      expect(await reponse.text()).toMatch(/Pas encore d’instantané/)
    }
  })

  it('rend chaque page, chaque guichet et chaque indicateur, sans rien au journal', async () => {
    const { app, journal } = await preparer()
    const matrice = await (await app.request(adresse('/guichets'))).text()
    const guichets = [
      ...new Set([...matrice.matchAll(/href="(\/guichets\/[^"?]+)/g)].map(([, chemin]) => chemin ?? '')),
    ]
    const liste = await (await app.request(adresse('/indicateurs'))).text()
    const indicateurs = [
      ...new Set([...liste.matchAll(/href="(\/indicateurs\/[^"?]+)/g)].map(([, chemin]) => chemin ?? '')),
    ]
    expect(indicateurs).toHaveLength(31)
    expect(guichets.length).toBeGreaterThan(2)
    for (const page of ['/', '/imports', ...guichets, ...indicateurs]) {
      const reponse = await app.request(adresse(page))
      expect([page, reponse.status]).toEqual([page, 200])
      expect(await reponse.text()).not.toMatch(/undefined|NaN|\[object/)
    }
    expect(journal).toEqual([])
  })

  it('garde la période et le territoire dans l’adresse, et dit les mois sans chiffres', async () => {
    const { app, serie } = await preparer()
    const mois = serie[0]?.date.slice(0, 7) ?? ''
    const page = await (await app.request(adresse(`/?mois=${mois}`))).text()
    expect(page).toContain(`mois=${mois}`)
    expect(await (await app.request(adresse('/?mois=1999-01'))).text()).toMatch(/1999/)
  })

  it('défend ses réponses : CSP sans « unsafe-inline », aucun cadre, aucun cache que celui de la personne', async () => {
    const { app } = await creerApplication((await ouvrirBase()).base)
    const { headers } = await app.request(adresse('/'))
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })

  it('ne répond pas sous un autre nom que celui de la machine', async () => {
    const { app } = await creerApplication((await ouvrirBase()).base)
    expect((await app.request('http://ailleurs.exemple/')).status).toBe(421)
  })

  it('répond 404 avec une page, pour une page, un guichet ou un indicateur inconnus', async () => {
    const { app } = await preparer()
    for (const page of [
      '/nimporte',
      '/guichets/ZZZZZ',
      '/indicateurs/zzz',
      '/exports/../secret',
      '/imports/013/2001-01-01/rejets.csv',
    ]) {
      const reponse = await app.request(adresse(page))
      expect([page, reponse.status]).toEqual([page, 404])
    }
  })

  it('donne le fichier des rejets d’un chargement, et aucun autre fichier', async () => {
    const { app, rapports } = await preparer()
    const avecRejets = rapports.find(({ fichier_rejets }) => fichier_rejets !== null)
    const reponse = await app.request(adresse(`/imports/${avecRejets?.territoire}/${avecRejets?.date}/rejets.csv`))
    expect(reponse.headers.get('content-disposition')).toContain('attachment')
    expect(await reponse.text()).toMatch(/^\ufeff?fichier;ligne;raison;colonne;valeur;numero_unique/)
    for (const chemin of ['..%2f..%2f', '%2e%2e'])
      for (const forme of ['csv', 'xlsx'])
        expect((await app.request(adresse(`/imports/013/${chemin}/rejets.${forme}`))).status).toBe(404)
  })

  it('donne aussi les rejets en classeur, les mêmes, et le consigne', async () => {
    const { app, etat, rapports } = await preparer()
    const { territoire, date } = rapports.find(({ fichier_rejets }) => fichier_rejets !== null) ?? {}
    const page = await (await app.request(adresse('/imports'))).text()
    for (const forme of ['csv', 'xlsx']) expect(page).toContain(`/imports/${territoire}/${date}/rejets.${forme}"`)
    const csv = await (await app.request(adresse(`/imports/${territoire}/${date}/rejets.csv`))).text()
    const reponse = await app.request(adresse(`/imports/${territoire}/${date}/rejets.xlsx`))
    expect(reponse.headers.get('content-disposition')).toContain(`rejets-${territoire}-${date}.xlsx`)
    expect(reponse.headers.get('content-type')).toContain('spreadsheetml')
    const classeur = new ExcelJS.Workbook()
    await classeur.xlsx.load(await reponse.arrayBuffer())
    expect(classeur.worksheets[0]?.rowCount).toBe(csv.trimEnd().split(/\r?\n/).length)
    const { detail } = await etat.selectFrom('journal').select('detail').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(JSON.parse(detail)).toMatchObject({ table: 'rejets', date, forme: 'xlsx' })
  })

  it('charge un instantané déposé dans le formulaire, comme la ligne de commande', async () => {
    const [premier] = ecrireSerie(dossierTemporaire(), 5, { demandes: 60, mois: 1, saine: true })
    const { base } = await ouvrirBase()
    const { app, journal } = await creerApplication(base)
    const { chemin } = await deposer(app, fichiersDe(premier?.dossier ?? ''))
    expect((await agir(app, chemin, 'charger')).vers).toMatch(/^\/imports\?territoire=/)
    expect((await app.request(adresse('/'))).status).toBe(200)
    expect(readdirSync(base.dossier.temporaire).filter((nom) => nom.startsWith('depot'))).toEqual([])
    expect(journal).toEqual([])
  })

  it('refuse en une phrase un fichier d’une autre forme, un formulaire vide ou un instantané fautif', async () => {
    const { app } = await creerApplication((await ouvrirBase()).base)
    for (const fichiers of [{ 'virus.exe': 'MZ' }, {}, { 'demandes.csv': '' }] as Record<string, string>[]) {
      const depot = await app.request(adresse('/imports'), envoyer(fichiers, { territoire: '013', date: '2026-10-31' }))
      const reponse = depot.status === 303 ? await attendre(app, depot.headers.get('location') ?? '') : depot
      expect(reponse.status).toBe(422)
      expect(await reponse.text()).not.toMatch(/Error:| at .*\.(ts|js):\d/)
    }
  })

  it('refuse un formulaire envoyé par une autre origine', async () => {
    const { app } = await creerApplication((await ouvrirBase()).base)
    const { body } = envoyer({ 'demandes.csv': 'x' })
    const reponse = await app.request(adresse('/imports'), {
      method: 'POST',
      body: body ?? null,
      headers: { origin: 'http://ailleurs.exemple' },
    })
    expect(reponse.status).toBe(403)
  })

  it('exporte les chiffres du mois tels qu’ils sont rangés', async () => {
    const { app } = await preparer()
    const json = (await (await app.request(adresse('/exports/indicateurs.json?niveau=TERRITOIRE'))).json()) as {
      indicateur: string
    }[]
    expect(new Set(json.map(({ indicateur }) => indicateur)).size).toBe(31)
    expect((await app.request(adresse('/exports/indicateurs.exe'))).status).toBe(404)
  })
})
