import { describe, expect, it } from 'vitest'
import { preparerDepartement } from './acces/departement.ts'
import { adresse, creerServeur, ouvrirPour } from './aide.ts'

const departement = preparerDepartement()

const ouvrir = async () => {
  const { base } = departement()
  const serveur = await creerServeur(base)
  const temoin = await ouvrirPour(serveur.etat, { role: 'gestionnaire', territoires: ['013'], service: null })
  const lire = async (chemin: string) =>
    (await serveur.app.request(adresse(chemin), { headers: { cookie: temoin } })).text()
  return { ...serveur, lire }
}

const FIGURE = 'indicateur=enregistrements&niveau=TERRITOIRE&entite=013&sur=12'

const cellules = (html: string, intitule: string): string[] =>
  [...html.matchAll(new RegExp(`data-l="${intitule}"[^>]*>([^<]*)`, 'g'))].map(([, texte]) => texte ?? '')

const enJours = (jour: string): string => jour.split('/').toReversed().join('-')

describe('une liste dont la page ne montre que le début', () => {
  it('se trie entière avant d’être coupée : les dossiers, par date puis par guichet nommé', async () => {
    const { lire, fermer } = await ouvrir()
    const recents = cellules(await lire(`/dossiers?${FIGURE}&tri=date_enregistrement`), 'Enregistrée le').map(enJours)
    const anciens = cellules(await lire(`/dossiers?${FIGURE}&tri=-date_enregistrement`), 'Enregistrée le').map(enJours)
    expect(recents.length).toBeGreaterThan(20)
    expect(recents).toEqual(recents.toSorted().toReversed())
    expect(anciens).toEqual(anciens.toSorted())
    expect((recents[0] ?? '') > (anciens[0] ?? '')).toBe(true)
    const guichets = cellules(await lire(`/dossiers?${FIGURE}&tri=guichet_enregistrement`), 'Guichet d’enregistrement')
    expect(guichets.length).toBeGreaterThan(20)
    expect(guichets).toEqual(guichets.toSorted((a, b) => a.localeCompare(b, 'fr')))
    await fermer()
  })

  it('se trie entière : le journal, par acte en mots', async () => {
    const { lire, fermer } = await ouvrir()
    await lire(`/dossiers?${FIGURE}`)
    await lire('/exports/journal.csv')
    const html = await lire('/journal?tri=-acte')
    const actes = [...html.matchAll(/<tr[^>]*><td[^>]*>\d+<\/td>.*?<\/tr>/gs)].map(
      ([rangee]) => rangee.match(/data-l="Acte"[^>]*>([^<]+)/)?.[1] ?? '',
    )
    expect(new Set(actes).size).toBeGreaterThan(1)
    expect(actes).toEqual(actes.toSorted((a, b) => b.localeCompare(a, 'fr')))
    await fermer()
  })
})
