import { tableFromIPC } from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { chargerInstantane } from '../../server/services/charger.ts'
import { OPTIONS, preparerBase } from '../base.ts'
import { ecrireSerie } from '../oracle/fabrique.ts'
import { adresse, creerApplication } from './aide.ts'

const serie = preparerBase('serie-de-trois-mois', async (base, dossier) => {
  for (const instantane of ecrireSerie(dossier, 21, { demandes: 120, mois: 3 }))
    await chargerInstantane(base, instantane.dossier, { ...OPTIONS, tolerance: 1, toleranceValeurs: 1 })
  return {}
})

const preparer = async () => {
  const { app } = await creerApplication(serie().base)
  const demander = (chemin: string) => app.request(adresse(chemin))
  const lignes = (await (await demander('/exports/indicateurs.json')).json()) as LigneIndicateur[]
  return { demander, lignes }
}

const question = ({ indicateur, niveau, entite }: LigneIndicateur, reste = ''): string =>
  `indicateur=${indicateur}&niveau=${niveau}&entite=${encodeURIComponent(entite)}${reste}`

describe('les dossiers derrière un chiffre', () => {
  it('sont aussi nombreux que lui, dans la page comme dans chaque export, avec le même titre', async () => {
    const { demander, lignes } = await preparer()
    const figures = lignes.filter((l) => (l.numerateur ?? 0) > 0 && l.indicateur !== 'attributions_manquantes')
    expect(figures.length).toBeGreaterThan(20)
    for (const figure of figures.filter((_, i) => i % Math.ceil(figures.length / 12) === 0)) {
      for (const [reste, attendu] of [
        ['', figure.numerateur],
        ['&tous=1', figure.denominateur],
      ] as const) {
        const page = await (await demander(`/dossiers?${question(figure, reste)}`)).text()
        expect(page.split('<tr role="row">').length - 2).toBe(Math.min(200, attendu ?? 0))
        const json = (await (await demander(`/exports/enregistrements.json?${question(figure, reste)}`)).json()) as []
        expect([question(figure, reste), json.length]).toEqual([question(figure, reste), attendu])
        const arrow = await demander(`/exports/enregistrements.arrow?${question(figure, reste)}`)
        expect(tableFromIPC(new Uint8Array(await arrow.arrayBuffer())).numRows).toBe(attendu)
      }
    }
  })

  it('se demandent pour un mois ou pour douze', async () => {
    const { demander, lignes } = await preparer()
    const figure = lignes.find((l) => l.indicateur === 'enregistrements' && l.niveau === 'TERRITOIRE')
    if (figure === undefined) throw new Error('aucun chiffre')
    const compter = async (reste: string) =>
      ((await (await demander(`/exports/enregistrements.json?${question(figure, reste)}`)).json()) as []).length
    expect(await compter('')).toBe(figure.valeur)
    expect(await compter('&sur=12')).toBeGreaterThan(figure.valeur ?? 0)
  })

  it('disent d’un délai ses jours', async () => {
    const { demander, lignes } = await preparer()
    const figure = lignes.find((l) => l.indicateur === 'delai_enregistrement' && l.niveau === 'TERRITOIRE')
    if (figure === undefined) throw new Error('aucun chiffre')
    const page = await (await demander(`/dossiers?${question(figure)}`)).text()
    const cartes = page.split('<tr role="row">').slice(2)
    const lire = (carte: string, intitule: string) =>
      new RegExp(`data-l="${intitule}"[^>]*>([^<]*)<`).exec(carte)?.[1] ?? ''
    const jour = (texte: string) => Date.parse(texte.split('/').reverse().join('-'))
    expect(cartes.length).toBeGreaterThan(3)
    for (const carte of cartes) {
      const ecart = (jour(lire(carte, 'Enregistrée le')) - jour(lire(carte, 'Déposée le'))) / 86_400_000
      expect(lire(carte, 'Délai')).toBe(`${ecart}\u00a0j`)
    }
  })

  it.each([
    '/dossiers',
    '/dossiers?indicateur=inconnu',
    '/dossiers?indicateur=forcages&niveau=PLANETE',
    '/dossiers?indicateur=demandes_perimees&niveau=GUICHET&entite=AAAAA',
    '/dossiers?indicateur=forcages&niveau=GUICHET&entite=%3Cscript%3E',
    '/exports/enregistrements.pdf?indicateur=forcages',
    '/exports/enregistrements.csv?indicateur=inconnu',
    '/exports/indicateurs.exe',
  ])('%s n’existe pas', async (chemin) => {
    const { demander } = await preparer()
    const reponse = await demander(chemin)
    expect(reponse.status).toBe(404)
    expect(await reponse.text()).not.toContain('<script>')
  })

  it('ne portent jamais de nom', async () => {
    const { demander } = await preparer()
    const page = await (await demander('/dossiers?indicateur=enregistrements&niveau=TERRITOIRE')).text()
    const [entete = ''] = (
      await (await demander('/exports/enregistrements.csv?indicateur=enregistrements')).text()
    ).split('\n')
    for (const texte of [page, entete]) expect(texte).not.toMatch(/Prénom|Naissance|Téléphone|Courriel|Adresse/)
  })
})
