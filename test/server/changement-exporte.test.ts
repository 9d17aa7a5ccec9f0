import { describe, expect, it } from 'vitest'
import { decomposer } from '../../metrics/changement/decomposer.ts'
import { contributionsParCategorie } from '../../web/modeles/changement-categories.ts'
import { preparerDepartement } from './acces/departement.ts'
import { adresse, creerServeur, ouvrirPour } from './aide.ts'

const departement = preparerDepartement()

const lireCsv = async (liste: string) => {
  const { base } = departement()
  const { app, etat, fermer } = await creerServeur(base)
  const temoin = await ouvrirPour(etat, { role: 'etat', territoires: ['013'], service: null })
  const reponse = await app.request(adresse(`/exports/changement.csv?liste=${liste}&indicateur=forcages`), {
    headers: { cookie: temoin },
  })
  const texte = (await reponse.text()).replace(/^\ufeff/, '').trim()
  await fermer()
  const [entete = [], ...rangees] = texte.split(/\r?\n/).map((ligne) => ligne.split(';'))
  return { statut: reponse.status, entete, rangees }
}

const nombre = (texte: string | undefined) => Number((texte ?? '').replace(',', '.'))

describe('l’export de ce qui a changé', () => {
  it('donne par guichet et par catégorie des contributions de même somme', async () => {
    const [parGuichet, parCategorie] = [await lireCsv('guichets'), await lireCsv('categories')]
    const total = (rangees: readonly string[][]) => rangees.reduce((n, r) => n + nombre(r.at(-1)), 0)
    expect(parGuichet.rangees.length).toBeGreaterThan(parCategorie.rangees.length)
    expect(total(parGuichet.rangees)).toBeCloseTo(total(parCategorie.rangees), 9)
    expect(parCategorie.rangees.map((r) => r[1])).toContain('Bailleurs')
  })

  it('dit des alertes leur mouvement, leurs deux valeurs et les mois de chacune', async () => {
    const { statut, entete, rangees } = await lireCsv('alertes')
    expect(statut).toBe(200)
    expect(entete.slice(0, 4)).toEqual(['Mouvement', 'Code', 'Guichet ou service', 'Indicateur'])
    for (const r of rangees) expect(['Entrée', 'Dure', 'Aggravée', 'Sortie']).toContain(r[0])
    for (const r of rangees) expect(['', 'le mois', 'douze mois']).toContain(r[5])
  })
})

it('la contribution d’une catégorie est la somme de celles de ses guichets', () => {
  const compte = (numerateur: number) => ({ numerateur, denominateur: 100 })
  const decomposition = decomposer([
    { entite: 'A', avant: compte(2), apres: compte(6) },
    { entite: 'B', avant: compte(3), apres: compte(6) },
    { entite: 'C', avant: compte(5), apres: compte(4) },
  ])
  if (decomposition === null) throw new Error('rien à partager')
  const categories = new Map([
    ['A', 'COMMUNE'],
    ['B', 'COMMUNE'],
  ])
  // From 10/300 to 16/300: two points, of which A and B make 7/300 and C −1/300.
  const parCategorie = contributionsParCategorie(decomposition, (code) => categories.get(code) ?? null)
  expect(parCategorie.map(({ entite, total }) => [entite, Math.round(total * 30_000)])).toEqual([
    ['COMMUNE', 700],
    ['', -100],
  ])
  expect(parCategorie[0]?.avant).toEqual({ numerateur: 5, denominateur: 200 })
})
