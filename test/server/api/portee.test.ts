import { describe, expect, it } from 'vitest'
import type { LigneIndicateur } from '../../../metrics/resultat.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { adresse, ouvrirPour } from '../aide.ts'
import { creerApi, donnerJeton } from './api.ts'

const departement = preparerDepartement()

interface Point {
  readonly mois: string
  readonly valeur: number | null
}

describe('la portée des réponses de l’API', () => {
  it('les chiffres d’un mois sont ceux de l’export des pages, pour chaque rôle', async () => {
    const { base, sien } = departement()
    const { app, etat, lire } = await creerApi(base)
    for (const role of ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet'] as const) {
      const service = role === 'guichet' ? sien.service : null
      const cookie = await ouvrirPour(etat, { role, service, territoires: ['013'] })
      const { clair } = await donnerJeton(etat, { role, service })
      const page = await app.request(adresse('/exports/indicateurs.json'), { headers: { cookie } })
      expect([role, await lire('/api/v1/indicateurs?limite=10000', clair)]).toEqual([role, await page.json()])
    }
  })

  it('le comité ne suit un service que par son numéro, et reçoit la série de ce service', async () => {
    const { base, guichets } = departement()
    const { etat, lire, demander } = await creerApi(base)
    const copil = await donnerJeton(etat, { role: 'copil' })
    const gestionnaire = await donnerJeton(etat, { role: 'gestionnaire' })
    const chemin = '/api/v1/indicateurs?niveau=SERVICE&indicateur=enregistrements'
    const numerotes = await lire<LigneIndicateur>(chemin, copil.clair)
    const nommes = await lire<LigneIndicateur>(chemin, gestionnaire.clair)
    const codes = new Set(guichets.flatMap(({ code, service }) => [code, service]))
    expect(numerotes.length).toBe(nommes.length)
    expect(numerotes.some(({ entite }) => codes.has(entite))).toBe(false)
    const serie = '/api/v1/series?indicateur=enregistrements&niveau=SERVICE&entite='
    const valeurs = async (clair: string, entite: string) =>
      (await lire<Point>(`${serie}${entite}`, clair)).map(({ valeur }) => valeur)
    const [lui] = numerotes
    const dernier = (await valeurs(copil.clair, lui?.entite ?? '')).at(-1)
    expect(dernier).toBe(lui?.valeur)
    for (const { entite } of nommes.slice(0, 3))
      expect((await demander(`${serie}${entite}`, copil.clair)).status).toBe(403)
    expect((await demander(`${serie}S999`, copil.clair)).status).toBe(404)
  })

  it('un guichet ne lit d’un autre ni chiffre, ni série, ni enregistrement, ni délai', async () => {
    const { base, sien, autre } = departement()
    const { etat, demander, lire } = await creerApi(base)
    const { clair } = await donnerJeton(etat, { role: 'guichet', service: sien.service })
    const suite = (code: string) => `indicateur=enregistrements&niveau=GUICHET&entite=${code}`
    for (const chemin of ['indicateurs', 'series', 'enregistrements']) {
      expect([chemin, (await demander(`/api/v1/${chemin}?${suite(autre.code)}`, clair)).status]).toEqual([chemin, 403])
      expect([chemin, (await demander(`/api/v1/${chemin}?${suite(sien.code)}`, clair)).status]).toEqual([chemin, 200])
    }
    const delais = await lire<LigneIndicateur>('/api/v1/attributions/delais?limite=10000', clair)
    expect(delais.some(({ niveau, entite }) => niveau === 'GUICHET' && entite === autre.code)).toBe(false)
    const guichets = await lire<{ readonly service_code: string }>('/api/v1/guichets', clair)
    expect(new Set(guichets.map(({ service_code }) => service_code))).toEqual(new Set([sien.service]))
  })

  it('le préfet n’a ni service, ni guichet, même demandés par leur code', async () => {
    const { base, sien } = departement()
    const { etat, demander, lire } = await creerApi(base)
    const { clair } = await donnerJeton(etat, { role: 'prefet' })
    const lignes = await lire<LigneIndicateur>('/api/v1/indicateurs?limite=10000', clair)
    expect(new Set(lignes.map(({ niveau }) => niveau))).toEqual(new Set(['CATEGORIE', 'TERRITOIRE']))
    expect(await lire('/api/v1/alertes', clair)).toEqual([])
    for (const chemin of ['series?indicateur=forcages&', 'attributions?', 'attributions/triangle?'])
      expect((await demander(`/api/v1/${chemin}niveau=GUICHET&entite=${sien.code}`, clair)).status).toBe(403)
  })

  it('chaque lecture de numéros est au journal, avec le compte, le jeton et le nombre donné', async () => {
    const { base, sien } = departement()
    const { etat, lire } = await creerApi(base)
    const { clair, courriel, id } = await donnerJeton(etat, { role: 'gestionnaire' })
    const suite = `indicateur=demandes_actives&niveau=GUICHET&entite=${sien.code}`
    const toutes = await lire<{ readonly numero_unique: string }>(`/api/v1/enregistrements?${suite}`, clair)
    const deux = await lire<{ readonly numero_unique: string }>(
      `/api/v1/enregistrements?${suite}&depart=1&limite=2`,
      clair,
    )
    expect(toutes.length).toBeGreaterThan(3)
    expect(deux.map(({ numero_unique }) => numero_unique)).toEqual(
      toutes.slice(1, 3).map(({ numero_unique }) => numero_unique),
    )
    const entrees = await etat
      .selectFrom('journal')
      .select(['qui', 'nombre', 'detail'])
      .where('action', '=', 'EXPORT')
      .where('qui', '=', `${courriel} (jeton n° ${id})`)
      .orderBy('id')
      .execute()
    expect(entrees.map(({ qui, nombre }) => [qui, nombre])).toEqual([
      [`${courriel} (jeton n° ${id})`, toutes.length],
      [`${courriel} (jeton n° ${id})`, 2],
    ])
    expect(JSON.parse(entrees[1]?.detail ?? '')).toMatchObject({ forme: 'API, json', depart: 1, limite: 2 })
  })
})
