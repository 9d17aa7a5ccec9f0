import { readdirSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { ouvrirBase } from '../../base.ts'
import { adresse, creerApplication } from '../aide.ts'
import { agir, autrement, chargerAutrement, deposer, texte } from './depots.ts'

const ouvrir = async () => {
  const { base } = await ouvrirBase()
  return { base, ...(await creerApplication(base)) }
}

type App = Awaited<ReturnType<typeof ouvrir>>['app']

const liensDe = (page: string) => [...page.matchAll(/href="(\/imports\/refus\/[^"]+)"/g)].map(([, lien]) => lien ?? '')

/** A deposit refused for three impossible dates of sixty. */
const refuser = async (app: App) => {
  const rendu = await chargerAutrement(app, { fautives: 3 })
  expect(rendu.statut).toBe(422)
  return rendu
}

const dernierImport = async (etat: Awaited<ReturnType<typeof ouvrir>>['etat']) => {
  const { detail } = await etat
    .selectFrom('journal')
    .select('detail')
    .where('action', '=', 'IMPORT')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return JSON.parse(detail)
}

describe('un chargement refusé', () => {
  it('dit combien, pourquoi et où, sans parler d’options ni de chemins', async () => {
    const { app, base } = await ouvrir()
    const { page } = await refuser(app)
    const lu = texte(page)
    expect(lu).toContain('3 lignes sur 60 sont rejetées, plus que la tolérance de 0,5 %.')
    expect(lu).toContain('demandes.csv 2 date impossible date_depot 99/99/9999')
    expect(lu).not.toMatch(/ --|TROP_DE_REJETS|DATE_INVALIDE/)
    expect(page).not.toContain(base.dossier.racine)
  })

  it('donne ses lignes rejetées, là et sur la page des données, en XLSX et en CSV', async () => {
    const { app, base } = await ouvrir()
    const { page } = await refuser(app)
    const liens = liensDe(page)
    expect(liens).toHaveLength(2)
    expect(liensDe(await (await app.request(adresse('/imports'))).text())).toEqual(liens)
    const [xlsx = '', csv = ''] = liens
    const classeur = new ExcelJS.Workbook()
    await classeur.xlsx.load(await (await app.request(adresse(xlsx))).arrayBuffer())
    expect(classeur.worksheets[0]?.getColumn(6).values.slice(2)).toEqual([0, 1, 2].map((i) => `013102600000${i}AAAAA`))
    expect(await (await app.request(adresse(csv))).text()).toContain('013102600000')
    await chargerAutrement(app, { date: '2026-09-30' })
    expect(liensDe(await (await app.request(adresse('/imports'))).text())).toEqual(liens)
    expect(readdirSync(base.dossier.rejets)).toHaveLength(2)
  })

  it('se charge quand même avec un motif, que le journal garde', async () => {
    const { app, etat } = await ouvrir()
    const { chemin } = await refuser(app)
    const sans = await agir(app, chemin, 'charger', { outre: '1', motif: ' ' })
    expect([sans.statut, texte(sans.page)]).toEqual([422, expect.stringContaining('Le motif manque')])
    expect(texte(sans.page)).toContain('Charger quand même')
    const motif = 'Dates confirmées par le service national'
    expect((await agir(app, chemin, 'charger', { outre: '1', motif })).vers).toMatch(/fait=/)
    expect(await dernierImport(etat)).toMatchObject({ rejetees: 3, passeOutre: { TROP_DE_REJETS: motif } })
    const page = texte(await (await app.request(adresse('/imports'))).text())
    expect(page).toContain('3 lignes rejetées : les télécharger (XLSX)')
  })

  it('pour des valeurs inconnues les montre, et se charge de même', async () => {
    const { app, etat } = await ouvrir()
    const { chemin } = await deposer(app, autrement({ fautives: 3 }))
    const colonnes = { 'intitule:Situation du dossier': 'statut', 'intitule:Créée le': 'date_enregistrement' }
    await agir(app, chemin, 'examen', colonnes)
    const rejets = await agir(app, chemin, 'charger', { 'mot:statut:Vivante': 'ACTIVE', 'mot:statut:Close': 'RADIEE' })
    expect(texte(rejets.page)).toContain('3 lignes sur 60')
    const valeurs = await agir(app, chemin, 'charger', { outre: '1', motif: 'un' })
    expect(texte(valeurs.page)).toContain('Situation familiale : « Seul au monde » 28 fois')
    expect((await agir(app, chemin, 'charger', { outre: '1', motif: 'deux' })).vers).toMatch(/fait=/)
    expect(await dernierImport(etat)).toMatchObject({
      passeOutre: { TROP_DE_REJETS: 'un', VALEURS_INCONNUES: 'deux' },
    })
  })

  it('ne passe outre que ce qu’une personne peut admettre', async () => {
    const { app } = await ouvrir()
    const { chemin } = await deposer(app, autrement())
    const { page, statut } = await agir(app, chemin, 'charger', { outre: '1', motif: 'pour voir' })
    expect([statut, texte(page)]).toEqual([
      422,
      expect.stringContaining('Les colonnes statut et date_enregistrement manquent dans demandes.csv'),
    ])
    expect(page).not.toContain('Charger quand même')
  })

  it('garde ses rejets pour qui voit tous les numéros de ce territoire, et consigne qui les prend', async () => {
    const { app, etat, base } = await ouvrir()
    const [lien = ''] = liensDe((await refuser(app)).page)
    expect((await app.request(adresse(lien))).status).toBe(200)
    const { action, detail } = await etat
      .selectFrom('journal')
      .select(['action', 'detail'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect([action, JSON.parse(detail)]).toEqual(['EXPORT', { table: 'rejets', date: '2026-10-31', forme: 'xlsx' }])
    const autre = await creerApplication(base, { territoires: ['031'] })
    expect((await autre.app.request(adresse(lien))).status).toBe(403)
    for (const faux of ['/imports/refus/..%2f..%2finfocentre.csv', '/imports/refus/refus-013.xlsx', '/imports/refus/x'])
      expect([faux, (await app.request(adresse(faux))).status]).toEqual([faux, 404])
  })
})

describe('remplacer un instantané', () => {
  it('dit d’abord ce qui changerait : demandes qui entrent, qui sortent, qui changent, indicateurs', async () => {
    const { app, base } = await ouvrir()
    await chargerAutrement(app)
    const { 'demandes.csv': demandes = '', ...autres } = autrement({ depuis: 4 })
    const lignes = demandes.split('\n')
    const changee = lignes.map((ligne, i) => (i === 6 ? ligne.replace(/;2$/, ';3') : ligne)).join('\n')
    const { chemin, page } = await deposer(app, { ...autres, 'demandes.csv': changee })
    const lu = texte(page)
    // Ranks 0 to 59 were loaded, 4 to 63 come. Every tenth of a file is radiée: 5 no more, 6 newly; one more has 3 persons.
    expect(lu).toContain('Demandes qui entrent 4 Qui sortent 4 Qui changent 12 Inchangées 44')
    expect(page).toContain('Remplacer l’instantané du 31/10/2026')
    expect(readdirSync(base.dossier.courantes)).toHaveLength(1)
    expect((await agir(app, chemin, 'charger', { remplacer: '1' })).vers).toMatch(/fait=/)
    expect(texte(await (await app.request(adresse('/imports'))).text())).toContain('remplacé le 23/11/2026')
  })

  it('ne se fait pas sans le dire', async () => {
    const { app } = await ouvrir()
    await chargerAutrement(app)
    const { chemin } = await deposer(app, autrement({ personnes: '4' }))
    const { statut, page } = await agir(app, chemin, 'charger')
    expect([statut, texte(page)]).toEqual([422, expect.stringContaining('Un autre instantané vient d’être chargé')])
  })
})
